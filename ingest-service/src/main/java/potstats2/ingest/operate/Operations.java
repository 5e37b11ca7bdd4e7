package potstats2.ingest.operate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.ingest.tables.ForumTables;
import potstats2.runtime.operations.OperationRefusedException;
import potstats2.runtime.operations.OperationsGuard;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The operations under {@code /actuator}, beside what Spring has there. */
final class Operations {
    private static final Logger log = LoggerFactory.getLogger(Operations.class);
    /** A reader may hold the tables in another order than they are emptied. */
    private static final int ATTEMPTS = 5;

    private final Replay replay;
    private final DeadLetterBox deadLetters;
    private final DumpTransfer dumps;
    private final ForumTables tables;

    Operations(Replay replay, DeadLetterBox deadLetters, DumpTransfer dumps, ForumTables tables) {
        this.replay = replay;
        this.deadLetters = deadLetters;
        this.dumps = dumps;
        this.tables = tables;
    }

    RouterFunction<ServerResponse> routes(OperationsGuard guard) {
        return RouterFunctions.route()
                .GET("/actuator/replay", request -> positions())
                .POST("/actuator/replay", this::replay)
                .POST("/actuator/reset", request -> reset())
                .GET("/actuator/deadletters", request -> list())
                .GET("/actuator/deadletters/{id}", this::show)
                .POST("/actuator/deadletters/{id}/retry", request -> handle(request, true))
                .DELETE("/actuator/deadletters/{id}", request -> handle(request, false))
                .GET("/actuator/dump", request -> dump())
                .POST("/actuator/load", this::load)
                .filter(guard)
                .build();
    }

    private Mono<ServerResponse> positions() {
        return replay.positions().flatMap(Operations::partitions);
    }

    /** {@code topic}; {@code partition} or all of them; {@code offset} or {@code time} or the beginning. */
    private Mono<ServerResponse> replay(ServerRequest request) {
        return Mono.fromCallable(() -> new Replay.Request(
                        request.queryParam("topic").orElse(""),
                        request.queryParam("partition").map(text -> (int) number("partition", text)),
                        request.queryParam("offset").map(text -> number("offset", text)),
                        request.queryParam("time").map(Operations::instant)))
                .flatMap(replay::start)
                .doOnNext(positions -> log.info("Replaying: {}", positions))
                .flatMap(Operations::partitions);
    }

    private static Mono<ServerResponse> partitions(List<Replay.Progress> partitions) {
        return ServerResponse.ok().bodyValue(Map.of("partitions", partitions));
    }

    private Mono<ServerResponse> reset() {
        log.info("Emptying the tables");
        return tables.empty()
                .retryWhen(Retry.max(ATTEMPTS))
                .then(Mono.defer(() -> ServerResponse.ok().bodyValue(Map.of("emptied", "forum"))));
    }

    private Mono<ServerResponse> list() {
        return Mono.fromCallable(deadLetters::list)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(letters -> ServerResponse.ok().bodyValue(Map.of("letters", letters)));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return Mono.fromCallable(() -> deadLetters.show(request.pathVariable("id")))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(letter -> ServerResponse.ok().bodyValue(letter));
    }

    private Mono<ServerResponse> handle(ServerRequest request, boolean retry) {
        return Mono.fromCallable(() -> deadLetters.handle(request.pathVariable("id"), retry))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(ids -> log.info(retry ? "Tried again: {}" : "Discarded: {}", ids))
                .flatMap(ids -> ServerResponse.ok().bodyValue(Map.of("handled", ids)));
    }

    /** The file that {@code ./potstats dump} writes. One that was not sent as a whole lacks its end. */
    private Mono<ServerResponse> dump() {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"forum.dump\"")
                .body(dumps.dump(), DataBuffer.class);
    }

    private Mono<ServerResponse> load(ServerRequest request) {
        return dumps.load(request.body(BodyExtractors.toDataBuffers()))
                .flatMap(records -> ServerResponse.ok().bodyValue(Map.of("records", records)));
    }

    private static long number(String parameter, String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> new OperationRefusedException(parameter + " must be a whole number, not " + text));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new OperationRefusedException("time must be like 2024-12-31T23:59:59Z, not " + text);
        }
    }
}
