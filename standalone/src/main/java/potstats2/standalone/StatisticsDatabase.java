package potstats2.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.Settings;
import potstats2.servers.PostgresAddress;
import potstats2.servers.PostgresServer;

/**
 * The database of a system, for commands that work on it beside the services or without them: the configured one, the
 * embedded one of the process that is running on the data directory, or else an embedded one started for the time.
 */
public final class StatisticsDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StatisticsDatabase.class);
    private static final int CONNECT_SECONDS = 5;

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final @Nullable Embedded embedded;

    private StatisticsDatabase(String jdbcUrl, String user, String password, @Nullable Embedded embedded) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    /** A server of this process alone, and the directory that it may not share. */
    private record Embedded(PostgresServer server, DataDirectory directory) {}

    /**
     * Finds or starts the database.
     *
     * @param overrides of the settings of {@link StandaloneSettings} and of where the database is
     * @throws BadSettingException when there is none, or none with statistics in it
     */
    public static StatisticsDatabase open(Map<String, Object> overrides) {
        var configured = Standalone.SELF.configured(overrides);
        var database = configured.get(Servers.POSTGRES).isPresent()
                ? configured(configured)
                : embedded(configured.get(StandaloneSettings.class).dataDirectory());
        try {
            database.requireStatistics();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Stops the server if it was started for this. */
    @Override
    public void close() {
        if (embedded == null) {
            return;
        }
        embedded.server().close();
        try {
            embedded.directory().close();
        } catch (IOException e) {
            log.warn("The data directory is not given back", e);
        }
    }

    private static StatisticsDatabase configured(Settings settings) {
        var r2dbcUrl = settings.get(Servers.POSTGRES).orElseThrow();
        var user = settings.get("spring.liquibase.user").or(() -> settings.get("spring.r2dbc.username"));
        var password = settings.get("spring.liquibase.password").or(() -> settings.get("spring.r2dbc.password"));
        return new StatisticsDatabase(
                settings.get("spring.liquibase.url").orElseGet(() -> r2dbcUrl.replaceFirst("^r2dbc:", "jdbc:")),
                user.orElse(""),
                password.orElse(""),
                null);
    }

    private static StatisticsDatabase embedded(Path dataDirectory) {
        var data = dataDirectory.resolve("postgres");
        if (!Files.exists(data.resolve("password"))) {
            throw new BadSettingException("no database in " + dataDirectory);
        }
        var directory = DataDirectory.takeIfFree(dataDirectory);
        if (directory.isEmpty()) {
            var running = PostgresServer.running(data)
                    .orElseThrow(() -> new BadSettingException("no database is running in " + dataDirectory
                            + ", but a potstats2 is: it may just be starting, or use another database"));
            return at(running, null);
        }
        var server = PostgresServer.start(data);
        return at(server.address(), new Embedded(server, directory.get()));
    }

    private static StatisticsDatabase at(PostgresAddress address, @Nullable Embedded embedded) {
        return new StatisticsDatabase(address.jdbcUrl(), address.user(), address.password(), embedded);
    }

    private void requireStatistics() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        try (var connection = DriverManager.getConnection(jdbcUrl, properties);
                var statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT to_regclass('stats.state') IS NOT NULL")
                    || !isTrue(statement, "SELECT EXISTS (SELECT FROM stats.state)")) {
                throw new BadSettingException("no statistics in " + jdbcUrl);
            }
        } catch (SQLException e) {
            var reason = Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst();
            throw new BadSettingException("no database answers at " + jdbcUrl + ": " + reason.orElse(e.toString()));
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
