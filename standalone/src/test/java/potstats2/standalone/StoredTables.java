package potstats2.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import potstats2.servers.PostgresServer;

/** The database of a running system, seen from outside. */
final class StoredTables {
    /** How often something was refreshed, and what was announced last, is told apart from what is stored. */
    private static final Map<String, String> CONTENTS = Map.of(
            "forum.positions", "SELECT topic || partition || '@' || next_offset FROM forum.positions",
            "stats.scopes", "SELECT year || '/' || bid FROM stats.scopes",
            "stats.state", "SELECT time_zone FROM stats.state",
            "stats.positions", "SELECT topic FROM stats.positions");

    private static final String TABLES = """
            SELECT schemaname || '.' || tablename FROM pg_tables
            WHERE schemaname IN ('forum', 'stats') AND tablename NOT LIKE 'databasechangelog%'
            """;

    private final Path dataDir;

    StoredTables(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** Every table's rows in order, as text. */
    Map<String, List<String>> contents() throws SQLException {
        try (var connection = connection()) {
            var contents = new TreeMap<String, List<String>>();
            for (var table : rows(connection, TABLES)) {
                var rows = CONTENTS.getOrDefault(table, "SELECT t::text FROM " + table + " t");
                contents.put(table, rows(connection, rows + " ORDER BY 1"));
            }
            return contents;
        }
    }

    List<String> rows(String query) throws SQLException {
        try (var connection = connection()) {
            return rows(connection, query);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private Connection connection() throws SQLException {
        var address = PostgresServer.running(dataDir.resolve("postgres")).orElseThrow();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
