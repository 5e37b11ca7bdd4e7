package potstats2.deploy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import potstats2.events.Topic;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import potstats2.testsupport.TopicReader;

@RealServers({Server.POSTGRES, Server.KAFKA})
class TracesIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final List<String> exported = new CopyOnWriteArrayList<>();

    @Test
    void aTraceGoesFromThePageToTheRefresh(Servers servers) throws Exception {
        var collector = collector();
        var settings = Map.<String, Object>of(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces",
                "management.opentelemetry.tracing.export.schedule-delay",
                "100ms",
                "management.tracing.sampling.probability",
                1);
        try (var system = RunningSystem.start(servers, settings)) {
            await().atMost(TIMEOUT).untilAsserted(() -> {
                var ofPages = traces(servers, Topic.POSTS);
                var ofChanges = traces(servers, Topic.CHANGES);
                assertThat(system.services()).hasSize(4);
                assertThat(ofPages).hasSizeGreaterThan(5);
                assertThat(ofChanges).isNotEmpty();
                // Of boards and profiles there are records without a trace.
                assertThat(ofChanges).containsAnyElementsOf(ofPages);
                var throughout = new HashSet<>(ofPages);
                throughout.retainAll(ofChanges);
                assertThat(throughout)
                        .anySatisfy(trace -> assertThat(
                                        List.of("crawler-service", "ingest-service", "analytics-service"))
                                .allSatisfy(service -> assertThat(exported)
                                        .anyMatch(spans -> spans.contains(service) && spans.contains(raw(trace)))));
            });
            assertThat(exported).anyMatch(spans -> spans.contains("thread page"));
            assertThat(exported).anyMatch(spans -> spans.contains("ingest batch"));
            assertThat(exported).anyMatch(spans -> spans.contains("refresh"));
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void withoutAPlaceForThemNothingOfTracingIsThere(Servers servers) throws Exception {
        try (var system = RunningSystem.start(servers, Map.of())) {
            await().atMost(TIMEOUT)
                    .until(() -> system.get("stats-api-service", "/api/boards")
                            .body()
                            .contains("\"post_count\""));
            assertThat(traces(servers, Topic.POSTS)).isEmpty();
            assertThat(system.beans("io.micrometer.tracing.Tracer")).isEmpty();
            assertThat(system.beans("io.opentelemetry.api.OpenTelemetry")).isEmpty();
        }
    }

    /** Takes what is exported: protocol buffers, in which text stands as it is, and identifiers as raw bytes. */
    private HttpServer collector() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (var body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                exported.add(new String(body.readAllBytes(), ISO_8859_1));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String raw(String trace) {
        return new String(HexFormat.of().parseHex(trace), ISO_8859_1);
    }

    /** The traces that a topic's records belong to. */
    private static Set<String> traces(Servers servers, Topic topic) {
        return TopicReader.readAll(servers.kafka(), topic.name()).stream()
                .map(message -> message.headers().lastHeader("traceparent"))
                .filter(Objects::nonNull)
                .map(parent -> new String(parent.value(), UTF_8).substring(3, 35))
                .collect(Collectors.toSet());
    }
}
