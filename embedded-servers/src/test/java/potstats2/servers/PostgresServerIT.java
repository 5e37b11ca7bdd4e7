package potstats2.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataAndItsPort() throws SQLException {
        PostgresAddress first;
        try (var server = PostgresServer.start(directory)) {
            first = server.address();
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var server = PostgresServer.start(directory)) {
            assertThat(server.address()).isEqualTo(first);
            assertThat(query(server.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void isDurableAndSpeaksUnicode() throws SQLException {
        try (var server = PostgresServer.start(directory)) {
            assertThat(query(server.address(), "SHOW fsync")).isEqualTo("on");
            assertThat(query(server.address(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server.address(), "SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
            assertThat(query(server.address(), "SELECT 'Z' < 'a'")).isEqualTo("t");
        }
    }

    @Test
    void letsOnlyItsOwnerIn() {
        try (var server = PostgresServer.start(directory)) {
            var address = server.address();
            assertThat(directory.resolve("password"))
                    .satisfies(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void isStartedAgainAfterItEnded() throws Exception {
        try (var server = PostgresServer.start(directory)) {
            execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(server.hasEnded()).isFalse();

            var pid =
                    Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
            var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroy(); // as an administrator may
            process.onExit().join();
            assertThat(server.hasEnded()).isTrue();
            server.restart();

            assertThat(server.hasEnded()).isFalse();
            assertThat(query(server.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void isNotStartedAgainAfterItWasStopped() throws IOException {
        var server = PostgresServer.start(directory);
        server.close();

        assertThat(server.hasEnded()).isFalse();
        server.restart();

        assertThat(PostgresServer.running(directory)).isEmpty();
    }

    @Test
    void takesOverFromAKilledProcess() throws SQLException {
        var abandoned = PostgresServer.start(directory);
        execute(abandoned.address(), "CREATE TABLE kept AS SELECT 42 AS answer");

        try (var server = PostgresServer.start(directory)) {
            assertThat(query(server.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void isFoundByOthersWhileItRuns() {
        assertThat(PostgresServer.running(directory)).isEmpty();
        try (var server = PostgresServer.start(directory)) {
            assertThat(PostgresServer.running(directory)).contains(server.address());
        }
        assertThat(PostgresServer.running(directory)).isEmpty();
    }

    @Test
    void startsOverWhenTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(directory.resolve("data").resolve("base"));

        try (var server = PostgresServer.start(directory)) {
            assertThat(query(server.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void ignoresTheProcessIdOfAnotherProgram() throws Exception {
        PostgresServer.start(directory).close();
        Files.writeString(
                directory.resolve("data").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var server = PostgresServer.start(directory)) {
            assertThat(query(server.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    private static void execute(PostgresAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
