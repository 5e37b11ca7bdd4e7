package potstats2.crawler.source.bb;

/** White space as Unicode has it, no-break spaces included; Java's own {@code strip} leaves those. */
final class WhiteSpace {

    private static final char NEXT_LINE = '\u0085';

    private WhiteSpace() {}

    /** The text without white space around it. */
    static String strip(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }
}
