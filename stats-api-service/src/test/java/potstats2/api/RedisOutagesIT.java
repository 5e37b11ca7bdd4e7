package potstats2.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.servers.RedisServer;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** A Redis that is killed, does not answer or is full costs time, and no answers. */
@RealServers(Server.POSTGRES)
class RedisOutagesIT {
    private static final int CLIENTS = 4;

    @TempDir
    private Path directory;

    private RedisServer redis;
    private RunningApi api;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(7));
        redis = RedisServer.start(directory).orElseThrow();
        api = RunningApi.start(
                database,
                Map.of("spring.data.redis.url", redis.address(), "potstats2.api.cache.generations-interval", "100ms"));
        await().until(() -> status().equals("UP"));
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        api.close();
        redis.close();
    }

    @Test
    void noRequestFailsWhileRedisIsKilledPausedAndBack() throws Exception {
        for (var i = 0; i < CLIENTS; i++) {
            clients.execute(this::askOnAndOn);
        }
        awaitRequests(200);
        signal("-KILL");
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("DEGRADED"));
        awaitRequests(200);
        assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        redis = RedisServer.start(directory).orElseThrow();
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("UP"));
        awaitRequests(200);
        signal("-STOP");
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("DEGRADED"));
        awaitRequests(200);
        assertThat(api.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        signal("-CONT");
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("UP"));
        awaitRequests(200);
        assertThat(failures).isEmpty();
    }

    @Test
    void fullRedisIsSaidToBeFullAndKeepsNobodyFromAnAnswer() throws Exception {
        tell("CONFIG SET maxmemory-policy noeviction");
        tell("CONFIG SET maxmemory 1");
        assertThat(api.get("/api/boards?year=2004").statusCode()).isEqualTo(200);
        assertThat(api.get("/api/poster-stats?limit=5").statusCode()).isEqualTo(200);
        await().until(() -> status().equals("DEGRADED"));
        assertThat(api.get("/actuator/health").statusCode()).isEqualTo(200);
        tell("CONFIG SET maxmemory 64mb");
        await().until(() -> {
            api.get("/api/poster-stats?limit=" + asked.incrementAndGet());
            return status().equals("UP");
        });
    }

    /** Always another question: what this process has kept answers none of them. */
    private void askOnAndOn() {
        while (!over.get()) {
            var path = "/api/poster-stats?limit=" + (asked.incrementAndGet() % 10_000 + 1);
            try {
                var answer = api.get(path);
                if (answer.statusCode() != 200) {
                    failures.add(path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failures.add(path + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void awaitRequests(int count) {
        var until = asked.get() + count;
        await().atMost(Duration.ofSeconds(30)).until(() -> asked.get() >= until);
    }

    private String status() throws Exception {
        return api.json("/actuator/health").at("/components/redis/status").stringValue();
    }

    private void signal(String signal) throws Exception {
        var pid = Files.readString(directory.resolve("redis.pid")).strip();
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }

    private void tell(String command) throws IOException {
        var address = URI.create(redis.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('+');
        }
    }
}
