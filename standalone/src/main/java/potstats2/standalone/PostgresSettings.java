package potstats2.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.util.StringUtils;
import potstats2.runtime.settings.ServerUrl;
import potstats2.servers.PostgresAddress;

/** Where PostgreSQL is, in Spring's names. */
public final class PostgresSettings {
    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

    private PostgresSettings() {}

    static Map<String, Object> of(PostgresAddress address) {
        return of(address.r2dbcUrl(), address.jdbcUrl(), address.user(), address.password());
    }

    /**
     * Takes a URL as PostgreSQL's own programs do.
     *
     * @param url {@code postgresql://user:password@host:port/database}; port and password may be missing
     * @throws IllegalArgumentException when it is not of this form
     */
    public static Map<String, Object> of(String url) {
        var server = ServerUrl.of(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        require(SCHEMES.contains(server.scheme()), "its scheme is " + server.scheme() + ", not postgresql");
        require(server.userInfo() != null, "it names no user");
        require(server.path().length() > 1, "it names no database");
        var user = String.valueOf(server.userInfo()).split(":", 2);
        var place = new ServerUrl(
                "postgresql",
                null,
                server.host(),
                server.port() == null ? DEFAULT_PORT : server.port(),
                server.path(),
                server.query());
        return of("r2dbc:" + place, "jdbc:" + place, decoded(user[0]), user.length > 1 ? decoded(user[1]) : "");
    }

    private static void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            throw new IllegalArgumentException(complaint + "; wanted is postgresql://user:password@host:port/database");
        }
    }

    private static String decoded(String escaped) {
        return StringUtils.uriDecode(escaped, UTF_8);
    }

    private static Map<String, Object> of(String r2dbcUrl, String jdbcUrl, String user, String password) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.r2dbc.url", r2dbcUrl);
        settings.put("spring.r2dbc.username", user);
        settings.put("spring.r2dbc.password", password);
        settings.put("spring.liquibase.url", jdbcUrl);
        settings.put("spring.liquibase.user", user);
        settings.put("spring.liquibase.password", password);
        return settings;
    }
}
