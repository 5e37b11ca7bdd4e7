package potstats2.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.handler.ResponseStatusExceptionHandler;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The stream behind a real server, fed by the test. */
final class StreamServer implements AutoCloseable {
    final EventStream stream;
    private final DisposableServer server;
    private final AtomicLong progress = new AtomicLong();
    private final AtomicLong refreshed = new AtomicLong();

    StreamServer(StreamSettings settings) {
        stream = new EventStream(settings, Clock.systemUTC());
        stream.start();
        var handler = WebHttpHandlerBuilder.webHandler(new StreamHandler(stream))
                .exceptionHandler(new ResponseStatusExceptionHandler())
                .build();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    int port() {
        return server.port();
    }

    /** Publishes {@code {"n":n}} as the next record of the crawler. */
    void progress(String n) {
        stream.publish(
                LiveEvents.PROGRESS, json(n), Instant.now(), new StreamPosition(progress.incrementAndGet(), 0, 0));
    }

    void refreshed(String n) {
        stream.publish(
                LiveEvents.REFRESHED, json(n), Instant.now(), new StreamPosition(0, refreshed.incrementAndGet(), 0));
    }

    private static byte[] json(String n) {
        return "{\"n\":\"%s\"}".formatted(n).getBytes(UTF_8);
    }

    @Override
    public void close() {
        stream.stop();
        server.disposeNow();
    }
}
