package potstats2.crawler.source.bb;

/** Where the tags are in a text that may be no XML. Comments and CDATA sections that end hold none. */
final class Markup {

    static final String CDATA = "<![CDATA[";
    static final String CDATA_END = "]]>";
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String text;
    private final int lastCdataEnd;
    private final int lastCommentEnd;

    Markup(String text) {
        this.text = text;
        lastCdataEnd = text.lastIndexOf(CDATA_END);
        lastCommentEnd = text.lastIndexOf(COMMENT_END);
    }

    /** The next start or end tag, or -1. */
    int nextTag(int from) {
        var next = text.indexOf('<', from);
        while (next >= 0 && !isTag(next)) {
            next = text.indexOf('<', Math.max(next + 1, endOfSection(next)));
        }
        return next;
    }

    /** Behind the CDATA section or comment that begins here, -1 where none does that ends. */
    int endOfSection(int start) {
        if (start <= lastCdataEnd && text.startsWith(CDATA, start)) {
            return text.indexOf(CDATA_END, start) + CDATA_END.length();
        }
        if (start + COMMENT.length() <= lastCommentEnd && text.startsWith(COMMENT, start)) {
            return text.indexOf(COMMENT_END, start + COMMENT.length()) + COMMENT_END.length();
        }
        return -1;
    }

    private boolean isTag(int at) {
        var name = text.startsWith("</", at) ? at + 2 : at + 1;
        return name < text.length() && (Character.isLetter(text.charAt(name)) || text.charAt(name) == '_');
    }

    boolean isStart(int tag, String name) {
        return isNamed(tag + 1, name);
    }

    boolean isEnd(int tag, String name) {
        return text.startsWith("</", tag) && isNamed(tag + 2, name);
    }

    private boolean isNamed(int start, String name) {
        var end = start + name.length();
        return text.startsWith(name, start)
                && (end == text.length() || text.charAt(end) <= ' ' || "/>".indexOf(text.charAt(end)) >= 0);
    }

    /** Behind the tag that begins here. */
    int endOfTag(int tag) {
        var end = text.indexOf('>', tag);
        return end < 0 ? text.length() : end + 1;
    }

    /** Whether the tag that begins here is a whole element. */
    boolean isEmptyElement(int tag) {
        return text.startsWith("/>", endOfTag(tag) - 2);
    }
}
