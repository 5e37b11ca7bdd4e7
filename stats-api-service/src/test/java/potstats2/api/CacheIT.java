package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Answers that were given before, with Redis and without. */
@RealServers({Server.POSTGRES, Server.REDIS})
class CacheIT {
    private static final String ALL = "/api/year-over-year-stats";
    private static final String IN_2004 = ALL + "?year=2004";
    private static final String IN_2005 = ALL + "?year=2005";

    private PostgresAddress database;
    private StatsTables tables;
    private Map<String, Object> withRedis;

    @BeforeEach
    void fill(Servers servers) throws Exception {
        database = servers.newDatabase();
        tables = StatsTables.create(database);
        tables.fill(GeneratedForum.ofSeed(5));
        withRedis = Map.of("spring.data.redis.url", servers.redis(), "potstats2.api.cache.redis-timeout", "1s");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sameQuestionIsComputedOnceHoweverItIsSpelt(boolean redis) throws Exception {
        try (var api = start(redis ? withRedis : Map.of())) {
            var first = api.get("/api/poster-stats?year=2004&limit=3");
            var before = cache(api, "poster-stats");
            changeSilently();
            for (var spelling : List.of(
                    "year=2004&limit=3", "limit=3&year=2004", "limit=003&year=2004&unknown=1", "&year=2004&&limit=3")) {
                assertThat(api.get("/api/poster-stats?" + spelling).body()).isEqualTo(first.body());
            }
            assertThat(cache(api, "poster-stats").hits()).isEqualTo(before.hits() + 4);
            assertThat(cache(api, "poster-stats").miss()).isEqualTo(before.miss());
            assertThat(api.get("/api/poster-stats?year=2004&limit=3&nocache").body())
                    .isNotEqualTo(first.body());
            assertThat(api.get("/api/poster-stats?year=2004&limit=3").body()).isEqualTo(first.body());
        }
    }

    @Test
    void instancesShareTheirAnswers() throws Exception {
        try (var one = start(withRedis);
                var other = start(withRedis)) {
            var first = one.get(ALL);
            changeSilently();
            assertThat(other.get(ALL).body()).isEqualTo(first.body());
            assertThat(other.get(ALL).headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refreshIsSeenWhereItConcernsAndNowhereElse(boolean redis) throws Exception {
        var settings = new HashMap<String, Object>(redis ? withRedis : Map.of());
        settings.put("potstats2.api.cache.generations-interval", "50ms");
        try (var api = start(settings)) {
            var all = api.get(ALL).body();
            var tag = api.get(ALL).headers().firstValue("ETag").orElseThrow();
            var in2004 = api.get(IN_2004).body();
            var in2005 = api.get(IN_2005).body();
            var ofBoard = api.get(IN_2004 + "&bid=14").body();
            var ofOtherBoard = api.get(IN_2004 + "&bid=5").body();
            changeSilently();
            refresh(2004, 14);
            await().until(() -> !api.get(ALL).body().equals(all));
            var answer = api.send(api.request(ALL).header("If-None-Match", tag));
            assertThat(answer.statusCode()).as("the tag is stale").isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).isNotEqualTo(Optional.of(tag));
            assertThat(api.get(IN_2004).body()).isNotEqualTo(in2004);
            assertThat(api.get(IN_2004 + "&bid=14").body()).isNotEqualTo(ofBoard);
            assertThat(api.get(IN_2005).body()).isEqualTo(in2005);
            assertThat(api.get(IN_2004 + "&bid=5").body()).isEqualTo(ofOtherBoard);
        }
    }

    @Test
    void databaseMadeAnewIsNotTakenForTheOld() throws Exception {
        String old;
        try (var api = start(withRedis)) {
            old = api.get(ALL).body();
        }
        tables.execute("DROP SCHEMA forum CASCADE; DROP SCHEMA stats CASCADE");
        StatsTables.create(database).fill(GeneratedForum.ofSeed(6));
        try (var api = start(withRedis)) {
            assertThat(api.get(ALL).body()).isNotEqualTo(old);
        }
    }

    @Test
    void burstOfOneQuestionIsComputedOnce() throws Exception {
        try (var api = start(withRedis)) {
            var before = cache(api, "boards").miss();
            var asked = hits(api, "boards");
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            try (var locked = tables.lockRollups()) {
                for (var i = 0; i < 50; i++) {
                    answers.add(api.sendAsync(api.request("/api/boards")));
                }
                await().until(() -> hits(api, "boards") >= asked + 50);
                locked.rollback();
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
            assertThat(cache(api, "boards").miss()).isEqualTo(before + 1);
        }
    }

    @Test
    void clientsThatHaveTheAnswerAreNotSentIt() throws Exception {
        try (var api = start(withRedis)) {
            var answer = api.get(ALL);
            var tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=1");
            assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
            for (var tags : List.of(tag, "\"x\", " + tag, tag.substring(2), "*")) {
                var again = api.send(api.request(ALL).header("If-None-Match", tags));
                assertThat(again.statusCode()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).hasValue(tag);
                assertThat(again.headers().firstValue("Cache-Control")).hasValue("public, max-age=1");
            }
            assertThat(api.send(api.request(ALL).header("If-None-Match", "\"x\""))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api.get(IN_2004).headers().firstValue("ETag"))
                    .isNotEqualTo(answer.headers().firstValue("ETag"));
            assertThat(api.get(ALL + "?nocache").headers().firstValue("ETag")).hasValue(tag);
            assertThat(api.get("/api/").headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void clientsThatTakeGzipGetIt() throws Exception {
        try (var api = start(withRedis)) {
            var plain = api.get("/api/poster-stats");
            var zipped = api.bytes(api.request("/api/poster-stats").header("Accept-Encoding", "br, gzip"));
            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(zipped.headers().firstValueAsLong("Content-Length")).hasValue(zipped.body().length);
            assertThat(zipped.headers().firstValue("ETag"))
                    .isEqualTo(plain.headers().firstValue("ETag"));
            try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(plain.body());
            }
            var head = api.bytes(api.request("/api/poster-stats")
                    .header("Accept-Encoding", "gzip")
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(zipped.body().length);
            assertThat(head.body()).isEmpty();
            var refused = api.send(api.request("/api/poster-stats").header("Accept-Encoding", "gzip;q=0"));
            assertThat(refused.body()).isEqualTo(plain.body());
        }
    }

    @Test
    void emptiedCacheIsEmptyInEveryInstance() throws Exception {
        try (var one = start(withRedis);
                var other = start(withRedis)) {
            var before = one.get(ALL).body();
            assertThat(other.get(ALL).body()).isEqualTo(before);
            changeSilently();
            assertThat(one.send(one.request("/actuator/cache").DELETE()).statusCode())
                    .isEqualTo(204);
            assertThat(one.get(ALL).body()).isNotEqualTo(before);
            await().until(() -> !other.get(ALL).body().equals(before));
        }
    }

    @Test
    void nobodyEmptiesTheCacheWhereItIsNotAllowed() throws Exception {
        try (var api = RunningApi.start(database, Map.of())) {
            assertThat(api.send(api.request("/actuator/cache").DELETE()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void countsWhatItDoes() throws Exception {
        try (var api = start(Map.of())) {
            api.get("/api/boards");
            var size = api.get("/api/boards").body().getBytes(StandardCharsets.UTF_8).length;
            api.get("/api/boards?year=x");
            var stats = api.json("/api/backend-stats");
            assertThat(stats.get("version").isString()).isTrue();
            var boards = stats.get("boards");
            assertThat(boards.get("hits").intValue()).isEqualTo(3);
            assertThat(boards.get("responses").get("200").intValue()).isEqualTo(2);
            assertThat(boards.get("responses").get("400").intValue()).isEqualTo(1);
            assertThat(boards.get("responses_size").intValue()).isGreaterThan(2 * size);
            assertThat(boards.get("cache").get("hits").intValue()).isEqualTo(1);
            assertThat(boards.get("cache").get("miss").intValue()).isEqualTo(1);
            assertThat(boards.get("cache").get("size").intValue()).isEqualTo(size);
            assertThat(boards.get("cache").get("size_gzipped").intValue()).isBetween(1, size);
            assertThat(stats.get("backend-stats").get("hits").intValue()).isPositive();
        }
    }

    @Test
    void countersOutliveTheProcess() throws Exception {
        long before;
        try (var api = start(withRedis)) {
            before = hits(api, "boards");
            api.get("/api/boards");
            await().until(() -> hits(api, "boards") == before + 1);
        }
        try (var api = start(withRedis)) {
            await().until(() -> hits(api, "boards") == before + 1);
        }
    }

    private RunningApi start(Map<String, Object> settings) throws Exception {
        var all = new HashMap<>(settings);
        all.put("management.endpoint.cache.access", "unrestricted");
        all.putIfAbsent("potstats2.api.cache.generations-interval", "100ms");
        var api = RunningApi.start(database, all);
        // Nothing is kept before it is known what was refreshed, nor shared before Redis is there.
        await().until(() -> {
            api.get("/api/domains");
            return cache(api, "domains").hits() > 0;
        });
        if (settings.containsKey("spring.data.redis.url")) {
            await().until(() ->
                    api.json("/actuator/health").get("status").stringValue().equals("UP"));
        }
        return api;
    }

    /** Makes every number another without saying so: whoever still gives the old ones did not ask. */
    private void changeSilently() throws Exception {
        tables.execute("""
                UPDATE stats.board_year SET posts = posts + 1000, active_users = active_users + 1;
                UPDATE stats.poster_year SET posts = posts + 1000
                """);
    }

    private void refresh(int year, long bid) throws Exception {
        tables.execute("""
                BEGIN;
                UPDATE stats.state SET generation = generation + 1;
                UPDATE stats.scopes SET generation = (SELECT generation FROM stats.state)
                WHERE year IN (0, %s) AND bid IN (0, %s);
                COMMIT
                """.formatted(year, bid));
    }

    private record Counts(long hits, long miss) {}

    private static Counts cache(RunningApi api, String name) throws Exception {
        var cache = api.json("/api/backend-stats").get(name).get("cache");
        return new Counts(cache.get("hits").longValue(), cache.get("miss").longValue());
    }

    private static long hits(RunningApi api, String name) throws Exception {
        return api.json("/api/backend-stats").get(name).get("hits").longValue();
    }
}
