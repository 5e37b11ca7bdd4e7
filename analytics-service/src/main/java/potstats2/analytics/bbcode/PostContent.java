package potstats2.analytics.bbcode;

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
        var scanner = new BbcodeScanner(content);
        scanner.scan();
        return new PostContent(scanner.quotedPids(), scanner.links());
    }
}
