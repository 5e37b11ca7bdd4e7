package potstats2.bbcode;

import org.jspecify.annotations.Nullable;

/**
 * What stands between two brackets.
 *
 * @param name what stands before the first {@code =} or white space, in lower case
 */
record Tag(String text, String name) {

    static Tag of(String text) {
        var end = 0;
        while (end < text.length() && text.charAt(end) != '=' && !WhiteSpace.is(text.charAt(end))) {
            end++;
        }
        return new Tag(text, Ascii.lowerCase(text.substring(0, end)));
    }

    /** What stands after the name and {@code =}; null where no {@code =} follows the name. */
    @Nullable
    String attribute() {
        return text.startsWith("=", name.length()) ? text.substring(name.length() + 1) : null;
    }

    /** Whether nothing but the name stands here. */
    boolean isBare() {
        return text.length() == name.length();
    }
}
