package potstats2.analytics.rollup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the contents of all posts with BBCode in them over a connection of its own, in the snapshot of another
 * transaction: so the next ones can be read while those before are worked on.
 */
final class ContentReader implements AutoCloseable {

    private static final int POSTS_READ = 250;
    private static final String POSTS = "SELECT pid, content FROM forum.posts WHERE content LIKE '%[%'";

    private final Connection connection;
    private final ResultSet rows;

    /** @param snapshot exported by a transaction that is still open */
    ContentReader(DataSource dataSource, String snapshot) throws SQLException {
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var statement = connection.createStatement();
            statement.execute("SET TRANSACTION SNAPSHOT '%s'".formatted(snapshot));
            statement.setFetchSize(POSTS_READ);
            rows = statement.executeQuery(POSTS);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What a post says. */
    record Content(long pid, String text) {}

    /** The next contents; none after the last. */
    List<Content> next() throws SQLException {
        var contents = new ArrayList<Content>();
        while (contents.size() < POSTS_READ && rows.next()) {
            contents.add(new Content(rows.getLong(1), rows.getString(2)));
        }
        return contents;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
