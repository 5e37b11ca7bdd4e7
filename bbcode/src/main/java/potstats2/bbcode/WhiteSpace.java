package potstats2.bbcode;

/** Unicode's property White_Space, which is neither that of {@link Character#isWhitespace} nor of {@link String#strip}. */
final class WhiteSpace {

    private WhiteSpace() {}

    static boolean is(char c) {
        if (c < '\u0085') {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return isBeyondAscii(c);
    }

    /** White space, and what takes no room. */
    static boolean isBlank(char c) {
        return is(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** The text without anything blank around it. */
    static String strip(String text) {
        var begin = 0;
        var end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBeyondAscii(char c) {
        return switch (c) {
            case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }
}
