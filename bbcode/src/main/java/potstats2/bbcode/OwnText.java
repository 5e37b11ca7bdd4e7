package potstats2.bbcode;

/** Collects what stands outside tags and quotes. */
final class OwnText extends BbcodeScanner {

    private final String content;
    private final StringBuilder text;
    private boolean quoteBefore;

    OwnText(String content) {
        super(content);
        this.content = content;
        text = new StringBuilder(content.length());
    }

    String read() {
        scan();
        return text.toString();
    }

    @Override
    void text(int begin, int end) {
        if (quoted() || begin == end) {
            return;
        }
        if (quoteBefore && touches(begin)) {
            text.append('\n');
        }
        quoteBefore = false;
        text.append(content, begin, end);
    }

    /** Whether the words before and after a quote would become one without it. */
    private boolean touches(int begin) {
        return text.length() > 0
                && !WhiteSpace.is(text.charAt(text.length() - 1))
                && !WhiteSpace.is(content.charAt(begin));
    }

    @Override
    void quote(Tag tag) {
        quoteBefore = true;
    }

    @Override
    void tag(Tag tag) {
        // neither text nor quote
    }
}
