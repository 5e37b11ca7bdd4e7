package potstats2.runtime.settings;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something is found over HTTP: the address that others continue. Ends in a slash, which is added where it is
 * missing; consists of ASCII alone.
 */
public final class HttpAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[\\p{ASCII}&&[^A-Za-z0-9._~!$&'()*+,;=:@/%-]]");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final URI base;

    private HttpAddress(URI base) {
        this.base = base;
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what is wrong, as a sentence about "it"
     */
    public static HttpAddress of(String text) {
        var url = ServerUrl.of(text);
        require(SCHEMES.contains(url.scheme()), "its scheme is " + url.scheme() + ", not http or https");
        require(url.userInfo() == null, "it has a user before an @");
        require(url.query() == null, "it has a query, ?" + url.query());
        NOT_IN_A_PATH.matcher(url.path()).results().findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException("its path has a " + wrong.group() + " in it");
        });
        require(!BROKEN_ESCAPE.matcher(url.path()).find(), "its path has a % that begins no escape");
        return new HttpAddress(
                URI.create(URI.create(url + missingSlash(url.path())).toASCIIString()));
    }

    /** What has an ending is a page: nothing is found behind it. */
    private static String missingSlash(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        require(!last.contains("."), "it ends in " + last + ", a page; a directory ends in a slash");
        return path.endsWith("/") ? "" : "/";
    }

    private static void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** What is found at a path from here. */
    public URI resolve(String path) {
        return base.resolve(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpAddress address && address.base.equals(base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
