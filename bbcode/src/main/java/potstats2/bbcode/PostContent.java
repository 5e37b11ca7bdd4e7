package potstats2.bbcode;

import java.util.List;

/**
 * What a post's BBCode says beside its text, in the order in which it stands there.
 *
 * @param quotedPids the posts quoted directly, not within another quote; one that is quoted again stands here again
 * @param links the links, images and videos outside of quotes
 */
public record PostContent(List<Long> quotedPids, List<Link> links) {

    public PostContent {
        quotedPids = List.copyOf(quotedPids);
        links = List.copyOf(links);
    }

    /** Reads BBCode in one pass; nothing in it is an error. */
    public static PostContent read(String content) {
        return new References(content).read();
    }

    /**
     * What the poster wrote: the text outside tags and quotes. Words before and after a quote stay apart, by a line break
     * where no white space stands between them.
     */
    public static String ownText(String content) {
        return new OwnText(content).read();
    }
}
