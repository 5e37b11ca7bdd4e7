package potstats2.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.reactivestreams.Publisher;
import potstats2.simulator.FaultPlan.Fault;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** Serves pages on the loopback address, with the faults that are due. */
final class ForumServer implements AutoCloseable {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final Pages pages;
    private final RequestCounts counts;
    private final FaultPlan faults;
    /** Its own: whoever shares this process may dispose of Reactor Netty's common threads. */
    private final LoopResources threads = LoopResources.create("forum");

    private final DisposableServer server;

    ForumServer(Pages pages, RequestCounts counts, FaultPlan faults, String address, int port) {
        this.pages = pages;
        this.counts = counts;
        this.faults = faults;
        server = HttpServer.create()
                .runOn(threads)
                .host(address)
                .port(port)
                .handle(this::answer)
                .bindNow();
    }

    int port() {
        return server.port();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var query = Query.parse(request.uri());
        var page = pages.page(query);
        counts.add(page.kind());
        var fault = page.kind() == RequestCounts.Kind.TRUTH ? Fault.NONE : faults.next(request.uri());
        if (fault != Fault.NONE) {
            counts.add(RequestCounts.Kind.FAULT);
        }
        return switch (fault) {
            case NONE -> send(page, response);
            case SERVER_ERROR -> serverError(response);
            case UNAVAILABLE ->
                response.status(503)
                        .header(
                                HttpHeaderNames.RETRY_AFTER,
                                Long.toString(faults.faults().retryAfter().toSeconds()))
                        .sendString(Mono.just("Service Unavailable"));
            case SLOW ->
                Mono.delay(faults.faults().slowness()).then(Mono.defer(() -> send(pages.page(query), response)));
            case RESET -> reset(response);
            case TRUNCATED -> truncate(page, response);
            case HTML -> page.xml() ? maintenance(response) : serverError(response);
        };
    }

    private static Mono<Void> send(Page page, HttpServerResponse response) {
        return response.status(page.status())
                .header(HttpHeaderNames.CONTENT_TYPE, page.contentType())
                .header(
                        HttpHeaderNames.CONTENT_LENGTH,
                        Integer.toString(page.body().remaining()))
                .sendObject(Unpooled.wrappedBuffer(page.body()))
                .then();
    }

    private static Mono<Void> serverError(HttpServerResponse response) {
        return response.status(500)
                .sendString(Mono.just("Internal Server Error"))
                .then();
    }

    private static Mono<Void> maintenance(HttpServerResponse response) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=ISO-8859-15")
                .sendString(Mono.just("<html><head><title>Wartung</title></head><body><p>Das Forum wird gewartet.<br>"
                        + "Bitte sp&auml;ter & nochmal.</body></html>"))
                .then();
    }

    private static Mono<Void> reset(HttpServerResponse response) {
        response.withConnection(connection -> {
            // Without lingering a close is sent as a reset.
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            var unused = connection.channel().close();
        });
        return Mono.never();
    }

    /** Claims the full length and hangs up; XML, whose end is known, may also end as if that were all. */
    private static Mono<Void> truncate(Page page, HttpServerResponse response) {
        int length = page.body().remaining();
        var cut = page.body().slice(0, length * 2 / 3);
        if (page.xml() && length % 2 != 0) {
            return send(new Page(page.kind(), page.status(), page.contentType(), cut), response);
        }
        var head =
                "HTTP/1.1 200 OK\r\nContent-Type: " + page.contentType() + "\r\nContent-Length: " + length + "\r\n\r\n";
        var answer = Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(head, StandardCharsets.US_ASCII), Unpooled.wrappedBuffer(cut));
        response.withConnection(connection -> {
            // Past the codec, which would not let an answer end too early.
            var codec = connection.channel().pipeline().context(HttpServerCodec.class);
            var unused = codec.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        });
        return Mono.never();
    }

    @Override
    public void close() {
        server.disposeNow(LONGEST_STOP);
        threads.dispose();
    }
}
