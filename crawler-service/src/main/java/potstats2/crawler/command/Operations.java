package potstats2.crawler.command;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.crawler.forum.PauseSwitch;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.events.CrawlBoard;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.settings.OperationRefusedException;
import potstats2.settings.OperationsGuard;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What an operator can ask of the crawler: a pass, which becomes a command on {@link Topic#COMMANDS} and so outlives this
 * process, and a pause, which does not.
 */
public final class Operations {
    private static final Logger log = LoggerFactory.getLogger(Operations.class);
    private static final String ALL = "all";

    private final Producer<String, byte[]> producer;
    private final PauseSwitch pause;
    private final CrawlStatus status;
    private final EventCodec codec = new EventCodec();

    public Operations(Producer<String, byte[]> producer, PauseSwitch pause, CrawlStatus status) {
        this.producer = producer;
        this.pause = pause;
        this.status = status;
    }

    /** Under {@code /actuator}, beside what Spring has there. */
    public RouterFunction<ServerResponse> routes(OperationsGuard guard) {
        return RouterFunctions.route()
                .POST("/actuator/crawl", this::crawl)
                .POST("/actuator/pause", request -> paused(true))
                .POST("/actuator/resume", request -> paused(false))
                .filter(guard)
                .build();
    }

    /** {@code board} is a BID or {@code all}; with {@code full=true} every page is read again. */
    private Mono<ServerResponse> crawl(ServerRequest request) {
        var board = request.queryParam("board").orElse(ALL);
        var full = request.queryParam("full").map(Boolean::valueOf).orElse(false);
        return Mono.fromCallable(() -> new CrawlBoard(bid(board), full))
                .flatMap(command -> publish(board, command))
                .then(Mono.defer(() ->
                        ServerResponse.status(HttpStatus.ACCEPTED).bodyValue(Map.of("board", board, "full", full))));
    }

    private static @Nullable Long bid(String board) {
        if (board.equals(ALL)) {
            return null;
        }
        if (!board.matches("[1-9]\\d{0,17}")) {
            throw new OperationRefusedException("board must be a BID or all, not " + board);
        }
        return Long.valueOf(board);
    }

    private Mono<Void> publish(String key, CrawlBoard command) {
        var record = new ProducerRecord<>(Topic.COMMANDS.name(), key, codec.encode(command));
        codec.headersOf(command).forEach(record.headers()::add);
        return Mono.<Void>create(sink -> {
                    var unused = producer.send(record, (metadata, failure) -> {
                        if (failure == null) {
                            sink.success();
                        } else {
                            sink.error(failure);
                        }
                    });
                })
                .subscribeOn(Schedulers.boundedElastic()); // the producer may wait for the broker
    }

    private Mono<ServerResponse> paused(boolean wanted) {
        log.info(wanted ? "Told to pause" : "Told to go on");
        if (wanted) {
            pause.pause();
        } else {
            pause.resume();
        }
        status.held(wanted);
        return ServerResponse.ok().bodyValue(Map.of("paused", wanted));
    }
}
