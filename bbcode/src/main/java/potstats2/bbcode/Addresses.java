package potstats2.bbcode;

import java.util.Optional;

/** Completes what posters write as an address. */
final class Addresses {

    private static final String HOST = "http://forum.mods.de";
    private static final String BASE = HOST + "/bb/";

    private Addresses() {}

    /** The complete address; none where the text is no web address. */
    static Optional<String> complete(String written) {
        var address = unquoted(WhiteSpace.strip(written));
        if (address.isEmpty() || hasOtherScheme(address)) {
            return Optional.empty();
        }
        var absolute = absolute(address);
        // Cut within the user info it may have lost its host.
        return Optional.of(absolute)
                .filter(Addresses::hasHost)
                .map(Addresses::cut)
                .filter(Addresses::hasHost);
    }

    private static String unquoted(String address) {
        var last = address.length() - 1;
        if (last > 0
                && (address.charAt(0) == '"' || address.charAt(0) == '\'')
                && address.charAt(0) == address.charAt(last)) {
            return WhiteSpace.strip(address.substring(1, last));
        }
        return address;
    }

    private static boolean hasOtherScheme(String address) {
        return Ascii.startsWithIgnoringCase(address, "data:")
                || Ascii.startsWithIgnoringCase(address, "mailto:")
                || Ascii.startsWithIgnoringCase(address, "javascript:");
    }

    private static String absolute(String address) {
        if (address.startsWith("//")) {
            return "http:" + address;
        }
        if (address.startsWith("/")) {
            return HOST + address;
        }
        if (address.startsWith("./")) {
            return BASE + address.substring(2);
        }
        return beginsWithScheme(address) ? address : "http://" + address;
    }

    /** A scheme as RFC 3986 spells it, and {@code ://}. */
    private static boolean beginsWithScheme(String address) {
        var end = 0;
        while (end < address.length() && isOfScheme(address.charAt(end))) {
            end++;
        }
        return end > 0 && Ascii.isLetter(address.charAt(0)) && address.startsWith("://", end);
    }

    private static boolean isOfScheme(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '+' || c == '-' || c == '.';
    }

    /** Whether the authority names anything beside a user and a port. */
    private static boolean hasHost(String address) {
        var authority = Link.authority(address);
        var begin = 0;
        while (begin < authority.length() && WhiteSpace.isBlank(authority.charAt(begin))) {
            begin++;
        }
        return begin < authority.length() && authority.charAt(begin) != ':';
    }

    private static String cut(String address) {
        return address.codePointCount(0, address.length()) <= Link.LONGEST
                ? address
                : address.substring(0, address.offsetByCodePoints(0, Link.LONGEST));
    }
}
