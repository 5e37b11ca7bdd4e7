package potstats2.crawler.command;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.CrawlBoard;
import potstats2.events.Topic;
import potstats2.runtime.kafka.EventSerializer;
import potstats2.runtime.operations.OperationRefusedException;
import potstats2.runtime.operations.OperationsGuard;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What an operator can ask of the crawler: a pass, or a pause. Both stand on a topic before the answer, and so outlive
 * this process; whichever crawler crawls obeys.
 */
public final class Operations {
    private static final String ALL = "all";

    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final EventSerializer serializer = new EventSerializer();

    public Operations(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
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
                .flatMap(command -> publish(serializer.record(command)))
                .then(Mono.defer(() -> ServerResponse.accepted().bodyValue(Map.of("board", board, "full", full))));
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

    private Mono<Void> publish(ProducerRecord<String, byte[]> record) {
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

    /** On both topics: the next crawler reads the checkpoints before it asks for anything, this one hears commands. */
    private Mono<ServerResponse> paused(boolean wanted) {
        return Mono.fromCallable(() -> new Pause(wanted, clock.instant()))
                .flatMap(pause ->
                        publish(serializer.record(pause)).then(publish(serializer.record(Topic.COMMANDS, pause))))
                .then(Mono.defer(() -> ServerResponse.accepted().bodyValue(Map.of("paused", wanted))));
    }
}
