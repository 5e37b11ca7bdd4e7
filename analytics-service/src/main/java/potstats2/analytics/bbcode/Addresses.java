package potstats2.analytics.bbcode;

import java.util.Optional;

/** Completes what posters write as an address. */
final class Addresses {

    private static final String HOST = "http://forum.mods.de";
    private static final String BASE = HOST + "/bb/";

    private Addresses() {}

    /** The complete address; none where the text is no web address. */
    static Optional<String> complete(String written) {
        var address = unquoted(written.strip());
        if (address.isEmpty() || hasScheme(address, "data:", "mailto:", "javascript:")) {
            return Optional.empty();
        }
        return Optional.of(cut(absolute(address)));
    }

    private static String unquoted(String address) {
        var last = address.length() - 1;
        if (last > 0
                && (address.charAt(0) == '"' || address.charAt(0) == '\'')
                && address.charAt(0) == address.charAt(last)) {
            return address.substring(1, last).strip();
        }
        return address;
    }

    private static boolean hasScheme(String address, String... schemes) {
        for (var scheme : schemes) {
            if (address.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return true;
            }
        }
        return false;
    }

    private static String absolute(String address) {
        if (address.startsWith("/")) {
            return HOST + address;
        }
        if (address.startsWith("./")) {
            return BASE + address.substring(2);
        }
        return address.contains("://") ? address : "http://" + address;
    }

    private static String cut(String address) {
        return address.codePointCount(0, address.length()) <= Link.LONGEST
                ? address
                : address.substring(0, address.offsetByCodePoints(0, Link.LONGEST));
    }
}
