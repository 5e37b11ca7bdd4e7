package potstats2.bbcode;

/** Letters of ASCII alone have a case here: neither {@code ı} nor {@code İ} is an {@code i}, in no language. */
final class Ascii {

    private Ascii() {}

    static String lowerCase(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isUpperCase(text.charAt(i))) {
                return lowered(text);
            }
        }
        return text;
    }

    static boolean startsWithIgnoringCase(String text, String lowerCasePrefix) {
        return text.length() >= lowerCasePrefix.length()
                && lowerCase(text.substring(0, lowerCasePrefix.length())).equals(lowerCasePrefix);
    }

    static boolean isLetter(char c) {
        var lowerCase = lowerCase(c);
        return lowerCase >= 'a' && lowerCase <= 'z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUpperCase(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static char lowerCase(char c) {
        return isUpperCase(c) ? (char) (c + 'a' - 'A') : c;
    }

    private static String lowered(String text) {
        var chars = text.toCharArray();
        for (var i = 0; i < chars.length; i++) {
            chars[i] = lowerCase(chars[i]);
        }
        return new String(chars);
    }
}
