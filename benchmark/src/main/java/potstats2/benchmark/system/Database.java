package potstats2.benchmark.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import potstats2.servers.PostgresAddress;

/** One connection to a database. */
public final class Database implements AutoCloseable {
    private final Connection connection;

    public Database(PostgresAddress address) throws SQLException {
        connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The numbers in the first column. */
    public List<Long> numbers(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    public long number(String sql) throws SQLException {
        return numbers(sql).get(0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
