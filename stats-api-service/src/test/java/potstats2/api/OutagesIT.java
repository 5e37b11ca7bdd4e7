package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** What clients hear while the database is away, slow or empty, and that it passes. */
@RealServers(Server.POSTGRES)
class OutagesIT {
    private static final String AWAY = "{\"error\":\"The database is away, try again later\"}";

    @Test
    void databaseAwayIsServiceUnavailable() throws Exception {
        var nowhere = new PostgresAddress("127.0.0.1", 1, "nothing", "nobody", "nothing");
        try (var api = RunningApi.start(nowhere, Map.of())) {
            var response = api.get("/api/boards");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(response.body()).isEqualTo(AWAY);
            assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(api.get("/api/").statusCode()).isEqualTo(200);
            assertThat(api.get("/api/boards?year=x").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void answersAsSoonAsTheTablesAreThere(Servers servers) throws Exception {
        var database = servers.newDatabase();
        try (var api = RunningApi.start(
                database,
                Map.of("spring.r2dbc.username", database.user(), "spring.r2dbc.password", database.password()))) {
            assertThat(api.get("/api/boards").statusCode()).isEqualTo(503);
            StatsTables.create(database).fill(GeneratedForum.ofSeed(2));
            assertThat(api.get("/api/boards").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void cutConnectionsAreReplaced(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(2));
        try (var api = RunningApi.start(database, Map.of())) {
            var before = api.json("/api/boards");
            for (var i = 0; i < 10; i++) {
                servers.cutConnections();
                await().ignoreExceptions().until(() -> api.json("/api/boards").equals(before));
            }
        }
    }

    @Test
    void slowQueriesEnd(Servers servers) throws Exception {
        var database = servers.newDatabase();
        var tables = StatsTables.create(database);
        tables.fill(GeneratedForum.ofSeed(2));
        try (var api = RunningApi.start(database, Map.of("potstats2.api.query-timeout", "200ms"))) {
            var before = api.json("/api/boards");
            try (var locked = tables.lockRollups()) {
                var response = api.get("/api/boards?nocache");
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).isEqualTo(AWAY);
                locked.rollback();
            }
            assertThat(api.json("/api/boards")).isEqualTo(before);
        }
    }

    @Test
    void connectionsOnlyRead(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database);
        try (var api = RunningApi.start(
                database,
                Map.of("spring.r2dbc.username", database.user(), "spring.r2dbc.password", database.password()))) {
            assertThat(api.trySql("DELETE FROM stats.board_year")).contains("read-only transaction");
        }
    }

    @Test
    void requestsCannotReadPosts(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database);
        try (var api = RunningApi.start(database, Map.of())) {
            assertThat(api.trySql("SELECT count(*) FROM forum.posts")).contains("permission denied");
        }
    }
}
