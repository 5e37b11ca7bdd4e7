package potstats2.bbcode;

import java.util.Locale;

/**
 * A web address in a post, and how it stands there.
 *
 * @param type how the address is used
 * @param url the complete address, at most {@value #LONGEST} characters
 */
public record Link(Type type, String url) {

    static final int LONGEST = 300;

    /** What a post does with an address; the names are those of the API. */
    public enum Type {
        LINK,
        IMAGE,
        VIDEO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The authority in lower case; never empty. */
    public String domain() {
        return authority(url).toLowerCase(Locale.ROOT);
    }

    /** What stands between {@code //} and the path, query or fragment, without user info. */
    static String authority(String url) {
        var begin = url.indexOf("//") + 2;
        var end = begin;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(begin, end);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
