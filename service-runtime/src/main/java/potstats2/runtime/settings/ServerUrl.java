package potstats2.runtime.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is, taken apart. {@link java.net.URI} finds no host in an address whose host has an underscore, as
 * Docker's names of services do, or an international letter.
 *
 * @param scheme in lower case, e.g. {@code http} or {@code r2dbc:postgresql}
 * @param userInfo what stands before the {@code @}, as it was given
 * @param host in lower case, international letters as punycode, an IPv6 address in its brackets
 * @param port absent where the scheme's own is meant
 * @param path empty, or from its first slash on, as it was given
 * @param query what stands behind the question mark, as it was given
 */
public record ServerUrl(
        String scheme,
        @Nullable String userInfo,
        String host,
        @Nullable Integer port,
        String path,
        @Nullable String query) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.:-]*)://([^/?#]*)(/[^?#]*)?(?:\\?([^#]*))?(#.*)?", Pattern.DOTALL);
    private static final Pattern IPV6 = Pattern.compile("\\[([^]]*)](?::(.*))?");
    private static final Pattern NAME = Pattern.compile("([^:]*)(?::(.*))?");
    private static final Pattern PORT = Pattern.compile("0*([1-9][0-9]{0,4})");
    private static final int LARGEST_PORT = 65535;

    /**
     * Reads an address; white space around it is not part of it.
     *
     * @throws IllegalArgumentException saying what is wrong, as a sentence about "it"
     */
    public static ServerUrl of(String text) {
        var stripped = text.strip();
        stripped.codePoints().forEach(ServerUrl::requireVisible);
        var form = FORM.matcher(stripped);
        if (!form.matches()) {
            throw new IllegalArgumentException("it does not begin with a scheme such as http://");
        }
        if (form.group(5) != null) {
            throw new IllegalArgumentException("it has a fragment, " + form.group(5));
        }
        var authority = form.group(2);
        var at = authority.lastIndexOf('@');
        var place = place(authority.substring(at + 1));
        return new ServerUrl(
                form.group(1).toLowerCase(Locale.ROOT),
                at < 0 ? null : authority.substring(0, at),
                authority.startsWith("[", at + 1) ? HostName.ofIpv6(place.group(1)) : HostName.of(place.group(1)),
                port(place.group(2)),
                form.group(3) == null ? "" : form.group(3),
                form.group(4));
    }

    private static void requireVisible(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            throw new IllegalArgumentException("there is a space in it");
        }
        if (Character.isISOControl(character)) {
            throw new IllegalArgumentException("there is a control character in it");
        }
        if (character == '\\') {
            throw new IllegalArgumentException("there is a backslash in it");
        }
    }

    private static Matcher place(String hostAndPort) {
        var ipv6 = IPV6.matcher(hostAndPort);
        if (ipv6.matches()) {
            return ipv6;
        }
        var name = NAME.matcher(hostAndPort);
        var colons = hostAndPort.chars().filter(character -> character == ':').count();
        if (hostAndPort.startsWith("[") || colons > 1 || !name.matches()) {
            throw new IllegalArgumentException(
                    "it has more than a host and a port; an IPv6 address stands in brackets, as [::1]");
        }
        return name;
    }

    private static @Nullable Integer port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var digits = PORT.matcher(text);
        if (!digits.matches() || Integer.parseInt(digits.group(1)) > LARGEST_PORT) {
            throw new IllegalArgumentException("its port is " + text + ", not a number from 1 to " + LARGEST_PORT);
        }
        return Integer.valueOf(digits.group(1));
    }

    /** The same of another host. */
    public ServerUrl withHost(String other) {
        return new ServerUrl(scheme, userInfo, other, port, path, query);
    }

    /** The host, and the port if there is one. */
    public String authority() {
        return port == null ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + (userInfo == null ? "" : userInfo + "@") + authority() + path
                + (query == null ? "" : "?" + query);
    }
}
