package potstats2.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.servers.PostgresAddress;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** The command with servers that somebody else runs. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.REDIS})
class ConfiguredServersIT {
    private static final int POSTS = 300;

    @TempDir
    private Path home;

    @Test
    void usesTheServersThatAreConfiguredAndStartsNoneOfItsOwn(Servers servers) throws Exception {
        var dataDir = home.resolve("data");
        servers.deleteTopics();
        var database = servers.newDatabase();
        var postgres = "postgresql://%s:%s@%s:%s/%s"
                .formatted(database.user(), database.password(), database.host(), database.port(), database.database());
        try (var forum = ForumSimulator.start(
                        SimulatorOptions.defaults().withPosts(POSTS).withSeed(11));
                var command = PotstatsProcess.up(
                        home,
                        forum,
                        dataDir,
                        freePort(),
                        "--once",
                        "--exit",
                        "--kafka=" + servers.kafka(),
                        "--postgres=" + postgres,
                        "--redis=" + servers.redis())) {
            var ended = command.await();

            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output())
                    .contains(String.format(
                            Locale.ROOT,
                            "%,d posts in the statistics",
                            forum.truth().posts()));
            assertThat(posts(database)).isEqualTo(forum.truth().posts());
        }
        try (var kept = Files.list(dataDir)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .doesNotContain("kafka", "postgres", "redis")
                    .isNotEmpty();
        }
    }

    @Test
    void saysInOneLineWhyADatabaseCannotBeUsed(Servers servers) throws Exception {
        var server = servers.postgres();
        var nowhere = "postgresql://%s:%s@%s:%s/nowhere"
                .formatted(server.user(), server.password(), server.host(), server.port());
        try (var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(10));
                var command = PotstatsProcess.up(
                        home, forum, home.resolve("data"), freePort(), "--once", "--exit", "--postgres=" + nowhere)) {
            var ended = command.await();

            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            assertThat(ended.output().lines().filter(line -> line.startsWith("potstats2: ")))
                    .singleElement()
                    .asString()
                    .contains("\"nowhere\"")
                    .doesNotContain("bean");
        }
    }

    private static long posts(PostgresAddress database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT posts FROM stats.board_year WHERE bid = 0 AND year = 0")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
