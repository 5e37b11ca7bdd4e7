package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** What clients hear who ask too much, and what browsers are told with every answer. */
@RealServers(Server.POSTGRES)
class LimitsIT {

    @Test
    void whoAsksTooOftenIsToldToWaitAndOthersAreNot(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(8));
        try (var api = RunningApi.start(
                database,
                Map.of(
                        "potstats2.api.limits.requests-per-second",
                        0.1,
                        "potstats2.api.limits.burst",
                        3,
                        "potstats2.api.limits.trusted-proxies",
                        "127.0.0.0/8"))) {
            for (var i = 0; i < 3; i++) {
                assertThat(api.get("/api/boards").statusCode()).isEqualTo(200);
            }
            var refused = api.send(api.request("/api/boards").header("Origin", "https://example.org"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("{\"error\":\"Too Many Requests\"}");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 10L);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                    .get()
                    .asString()
                    .contains("Retry-After");
            assertThat(api.send(api.request("/api/boards").header("X-Forwarded-For", "192.0.2.1"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void strangersCannotPassForOthers(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(8));
        try (var api = RunningApi.start(
                database, Map.of("potstats2.api.limits.requests-per-second", 0.1, "potstats2.api.limits.burst", 1))) {
            assertThat(api.get("/api/").statusCode()).isEqualTo(200);
            var other = api.request("/api/")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .header("X-Forwarded-Host", "example.org");
            assertThat(api.send(other).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void longQueriesAreRefused(Servers servers) throws Exception {
        try (var api = RunningApi.start(servers.newDatabase(), Map.of())) {
            var response = api.get("/api/boards?x=" + "x".repeat(60_000));
            assertThat(response.statusCode()).isEqualTo(414);
            assertThat(response.body()).isEqualTo("{\"error\":\"URI Too Long\"}");
        }
    }

    @Test
    void browsersAreToldWhatPagesMayDo(Servers servers) throws Exception {
        try (var api = RunningApi.start(servers.newDatabase(), Map.of())) {
            for (var path : new String[] {"/api/", "/api/nothing", "/api/boards?year=x", "/x.js", "/actuator/health"}) {
                var headers = api.get(path).headers();
                assertThat(headers.firstValue("X-Content-Type-Options"))
                        .as(path)
                        .hasValue("nosniff");
                assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
                assertThat(headers.firstValue("Content-Security-Policy"))
                        .as(path)
                        .get()
                        .asString()
                        .contains("default-src 'self'", "frame-ancestors 'none'");
            }
        }
    }
}
