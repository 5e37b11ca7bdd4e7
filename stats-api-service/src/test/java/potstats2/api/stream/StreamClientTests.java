package potstats2.api.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Clients of all kinds on one stream. */
class StreamClientTests {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final StreamSettings SETTINGS = new StreamSettings(LONG, 8_000_000, LONG, LONG, 10_000);

    private final Disposable.Composite open = Disposables.composite();

    @AfterEach
    void closeClients() {
        open.dispose();
    }

    @Test
    void greetsAtOnceAndBeatsWhileNothingHappens() {
        var settings = new StreamSettings(LONG, 8_000_000, Duration.ofMillis(100), LONG, 10);
        try (var server = new StreamServer(settings)) {
            var lines = listen(server, null);
            await().until(() -> lines.contains(": potstats2"));
            await().until(() -> lines.stream().filter(": still here"::equals).count() >= 3);
        }
    }

    @Test
    void newcomerHearsTheLastProgressAndWhatComesThen() {
        try (var server = new StreamServer(SETTINGS)) {
            server.stream.caughtUp();
            server.progress("1");
            server.refreshed("2");
            server.progress("3");
            server.refreshed("4");
            var lines = listen(server, null);
            await().until(() -> data(lines).equals(List.of("3")));
            server.refreshed("5");
            await().until(() -> data(lines).equals(List.of("3", "5")));
            assertThat(ids(lines)).containsExactly("2-2-0", "2-3-0");
        }
    }

    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() {
        try (var server = new StreamServer(SETTINGS)) {
            server.stream.caughtUp();
            var first = listen(server, "0");
            for (var n = 1; n <= 6; n++) {
                publish(server, n);
            }
            await().until(() -> ids(first).size() == 6);
            for (var seen = 1; seen <= 6; seen++) {
                var again = listen(server, ids(first).get(seen - 1));
                var missed = List.of("1", "2", "3", "4", "5", "6").subList(seen, 6);
                await().until(() -> data(again).containsAll(missed));
                assertThat(data(again)).isEqualTo(missed);
            }
        }
    }

    @Test
    void anotherInstanceThatReadTheTopicsInAnotherOrderGoesOnExactly() {
        try (var one = new StreamServer(SETTINGS);
                var other = new StreamServer(SETTINGS)) {
            one.stream.caughtUp();
            other.stream.caughtUp();
            var lines = listen(one, "0");
            one.progress("p1");
            one.progress("p2");
            one.refreshed("r1");
            await().until(() -> ids(lines).size() == 3);
            other.refreshed("r1");
            other.refreshed("r2");
            other.progress("p1");
            other.refreshed("r3");
            other.progress("p2");
            other.progress("p3");
            var moved = listen(other, ids(lines).get(2));
            await().until(() -> data(moved).equals(List.of("r2", "r3", "p3")));
            for (var seen = 0; seen < 3; seen++) {
                var again = listen(other, ids(moved).get(seen));
                var missed = List.of("r2", "r3", "p3").subList(seen + 1, 3);
                await().until(() -> data(again).containsAll(missed));
                assertThat(data(again)).isEqualTo(missed);
            }
        }
    }

    @Test
    void instanceThatHasNotReadTheTopicsYetLetsWaitNotMiss() {
        try (var server = new StreamServer(SETTINGS)) {
            var lines = listen(server, "1-1-0");
            await().until(() -> lines.contains(": potstats2"));
            for (var n = 1; n <= 4; n++) {
                publish(server, n);
            }
            assertThat(data(lines)).isEmpty();
            server.stream.caughtUp();
            await().until(() -> data(lines).equals(List.of("2", "4")));
        }
    }

    @Test
    void topicMadeAnewDoesNotSilenceWhoComesBack() {
        try (var server = new StreamServer(SETTINGS)) {
            server.stream.caughtUp();
            server.progress("1");
            var lines = listen(server, "5000-7000-0");
            await().until(() -> lines.contains(": potstats2"));
            server.progress("2");
            server.refreshed("3");
            await().until(() -> data(lines).equals(List.of("2", "3")));
            assertThat(ids(lines)).containsExactly("2-0-0", "2-1-0");
        }
    }

    @Test
    void whatIsKeptIsBounded() {
        var small = new StreamSettings(LONG, 1_000, LONG, LONG, 10);
        try (var server = new StreamServer(small)) {
            server.stream.caughtUp();
            for (var n = 100; n < 200; n++) {
                server.refreshed(String.valueOf(n));
            }
            var lines = listen(server, "0");
            await().until(() -> data(lines).contains("199"));
            assertThat(data(lines)).hasSizeBetween(10, 25).doesNotContain("100");
        }
    }

    @Test
    void tooManyClientsAreToldToComeLater() {
        var small = new StreamSettings(LONG, 1_000, LONG, LONG, 1);
        try (var server = new StreamServer(small)) {
            var lines = listen(server, null);
            await().until(() -> lines.contains(": potstats2"));
            var status = HttpClient.create()
                    .get()
                    .uri(uri(server))
                    .response()
                    .map(response -> response.status().code() + " "
                            + response.responseHeaders().get("Retry-After"))
                    .block(LONG);
            assertThat(status).isEqualTo("503 30");
        }
    }

    @Test
    void thousandsOfClientsHearEverythingAndLeaveNothingBehind() {
        var clients = 3_000;
        var events = 20;
        try (var server = new StreamServer(SETTINGS)) {
            server.stream.caughtUp();
            var heard = new AtomicLong();
            var greeted = new AtomicInteger();
            var connections = ConnectionProvider.builder("many")
                    .maxConnections(clients)
                    .pendingAcquireMaxCount(-1)
                    .build();
            var many = Disposables.composite();
            open.add(many);
            Flux.range(0, clients)
                    .flatMap(
                            i -> HttpClient.create(connections)
                                    .get()
                                    .uri(uri(server))
                                    .responseContent()
                                    .asString()
                                    .doOnNext(text -> {
                                        greeted.addAndGet(count(text, ": potstats2"));
                                        heard.addAndGet(count(text, "data: "));
                                    })
                                    .doOnSubscribe(subscription -> many.add(subscription::cancel)),
                            clients)
                    .onErrorComplete()
                    .subscribe();
            await().atMost(Duration.ofSeconds(60)).until(() -> greeted.get() == clients);
            for (var n = 0; n < events; n++) {
                publish(server, n);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> heard.get() == (long) clients * events);
            many.dispose();
            await().atMost(Duration.ofSeconds(30)).until(() -> server.stream.clients() == 0);
            connections.dispose();
        }
    }

    @Test
    void whoDoesNotReadIsCutOffWithoutTakingMemory() throws IOException {
        var impatient = new StreamSettings(LONG, 2_000_000, LONG, Duration.ofSeconds(2), 100);
        try (var server = new StreamServer(impatient);
                var deaf = new Socket()) {
            server.stream.caughtUp();
            server.progress("before");
            var reader = listen(server, null);
            await().until(() -> data(reader).equals(List.of("before")));
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            deaf.getOutputStream().write("GET /api/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            await().until(() -> server.stream.clients() == 2);
            var before = directMemory();
            var large = "x".repeat(20_000);
            var sent = new AtomicInteger();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        server.refreshed(large);
                        sent.incrementAndGet();
                        return server.stream.clients() == 1;
                    });
            assertThat(directMemory() - before).isLessThan(60_000_000);
            await().until(() -> data(reader).size() == 1 + sent.get());
            deaf.setSoTimeout(10_000);
            var rest = new byte[65_536];
            while (deaf.getInputStream().read(rest) >= 0) {
                // What was on its way, then the end: a read that never ended would fail by its timeout.
            }
        }
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static void publish(StreamServer server, int n) {
        if (n % 3 == 0) {
            server.refreshed(String.valueOf(n));
        } else {
            server.progress(String.valueOf(n));
        }
    }

    /** The lines that a client reads from now on. */
    private List<String> listen(StreamServer server, @Nullable String lastEventId) {
        var lines = new CopyOnWriteArrayList<String>();
        var rest = new StringBuilder();
        open.add(HttpClient.newConnection()
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .get()
                .uri(uri(server))
                .responseContent()
                .asString(UTF_8)
                .subscribe(text -> lines.addAll(completeLines(rest.append(text))), failure -> lines.add("closed")));
        return lines;
    }

    private static List<String> completeLines(StringBuilder text) {
        var lines = new ArrayList<String>();
        for (var end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
            lines.add(text.substring(0, end));
            text.delete(0, end + 1);
        }
        return lines;
    }

    private static List<String> data(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: {\"n\":\"".length(), line.length() - 2))
                .toList();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static int count(String text, String part) {
        var count = 0;
        for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static String uri(StreamServer server) {
        return "http://127.0.0.1:" + server.port() + "/api/stream";
    }
}
