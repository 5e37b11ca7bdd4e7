package potstats2.standalone;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import potstats2.servers.PostgresAddress;

/** Where PostgreSQL is, in Spring's names. */
public final class PostgresSettings {
    private static final int DEFAULT_PORT = 5432;

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
        var uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        var isPostgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!isPostgres || uri.getHost() == null || uri.getPath().length() < 2 || uri.getUserInfo() == null) {
            throw new IllegalArgumentException("not of the form postgresql://user:password@host:port/database");
        }
        var user = uri.getUserInfo().split(":", 2);
        var place = "postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort())
                + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return of("r2dbc:" + place, "jdbc:" + place, user[0], user.length > 1 ? user[1] : "");
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
