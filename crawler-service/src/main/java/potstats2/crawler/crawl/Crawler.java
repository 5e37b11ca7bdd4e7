package potstats2.crawler.crawl;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.CrawlerProperties.Schedule;
import potstats2.crawler.checkpoint.CheckpointReader;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.command.Commands;
import potstats2.crawler.command.Commands.Command;
import potstats2.crawler.crawl.recording.ObservationClock;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.crawl.thread.ThreadVisits;
import potstats2.crawler.http.PauseSwitch;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.publish.Publisher;
import potstats2.crawler.publish.SetAsidePages;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.events.CrawlBoard;
import potstats2.events.CrawlerCommand;
import potstats2.events.ReadAgain;
import potstats2.runtime.tracing.Traces;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Crawls until it is closed: reads its checkpoints, then makes passes as scheduled or told. Whatever fails beyond a page
 * is tried again from the checkpoints.
 */
public final class Crawler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Crawler.class);
    private static final Duration RESTART = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    /** A page that no post depends on keeps the next pass waiting no longer. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CrawlerProperties properties;
    private final Forums forums;
    private final Kafka kafka;
    private final Commands commands;
    private final PauseSwitch pause;
    private final CrawlStatus status;
    private final Runnable onChange;
    private final Traces traces;
    private final Clock clock;
    private final ObservationClock observations;
    private final Scheduler reading = Schedulers.newParallel(
            "crawl-read", Math.max(2, Runtime.getRuntime().availableProcessors()));
    /** One thread, so that records keep their order; it may block, as the producer does while its buffer is full. */
    private final Scheduler writing = Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "crawl-write");

    private volatile @Nullable Publisher publisher;
    private @Nullable Disposable running;

    /**
     * What the crawler needs of Kafka. All of it may block.
     *
     * @param topics creates them where they are missing; fails where the broker is away
     * @param producer waits for the broker as long as it takes; closed by the owner
     * @param consumer a new one, reading from the beginning
     */
    public record Kafka(
            Runnable topics,
            Supplier<Producer<String, byte[]>> producer,
            Supplier<Consumer<String, byte[]>> consumer) {}

    /** Opens the forum to crawl. */
    public interface Forums {
        /**
         * The forum, to be closed by the caller.
         *
         * @param reading where answers are read
         */
        ForumSource open(Scheduler reading);
    }

    /**
     * A crawler that has not begun.
     *
     * @param onChange called when a pass begins or ends
     */
    public Crawler(
            CrawlerProperties properties,
            Forums forums,
            Kafka kafka,
            Commands commands,
            PauseSwitch pause,
            CrawlStatus status,
            Runnable onChange,
            Traces traces,
            Clock clock) {
        this.properties = properties;
        this.forums = forums;
        this.kafka = kafka;
        this.commands = commands;
        this.pause = pause;
        this.status = status;
        this.onChange = onChange;
        this.traces = traces;
        this.clock = clock;
        this.observations = new ObservationClock(clock);
    }

    /** Begins to crawl. */
    public synchronized void start() {
        running = Mono.defer(this::crawl)
                .doOnError(this::failed)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RESTART))
                .subscribe();
    }

    private void failed(Throwable failure) {
        status.passFailed();
        if (failure instanceof KafkaException) {
            log.warn("Kafka is away, starting over from the checkpoints: {}", failure.toString());
        } else {
            log.error("The crawl failed, starting over from the checkpoints", failure);
        }
    }

    private Mono<Void> crawl() {
        return Mono.using(
                () -> forums.open(reading),
                forum -> Mono.fromCallable(() -> prepared(forum))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(checkpoints -> passes(forum, checkpoints)),
                ForumSource::close);
    }

    private Checkpoints prepared(ForumSource forum) {
        kafka.topics.run();
        var checkpoints = new Checkpoints(clock, properties.rereadWindow());
        try (var consumer = kafka.consumer.get()) {
            new CheckpointReader().readAll(consumer, checkpoints);
        }
        var setAsidePages = new SetAsidePages(forum::page);
        try (var consumer = kafka.consumer.get()) {
            setAsidePages.readAll(consumer);
        }
        checkpoints.pause().ifPresent(pause::set);
        publisher = new Publisher(kafka.producer.get(), setAsidePages, clock, writing, traces, status::checkpointed);
        return checkpoints;
    }

    private Mono<Void> passes(ForumSource forum, Checkpoints checkpoints) {
        var current = Objects.requireNonNull(publisher);
        var recorder = new Recorder(checkpoints, current, status, traces, forum::url);
        var visits = new ThreadVisits(forum, recorder, checkpoints, observations, properties.maxThreadPages());
        var pass = new ForumPass(properties, forum, visits, recorder, checkpoints, status, observations, clock);
        var side = new SideWork(properties, forum, visits, recorder, checkpoints, observations, status, clock);
        return Mono.defer(() -> onePass(forum, pass, side, recorder, current))
                .then(Mono.defer(() -> untilTheNext(side)))
                .repeat()
                .then();
    }

    private Mono<Void> onePass(ForumSource forum, ForumPass pass, SideWork side, Recorder recorder, Publisher current) {
        var command = nextCommand();
        command.ifPresent(wanted -> recorder.forgetSetAside());
        status.passStarted();
        onChange.run();
        return command.map(Command::wanted)
                .map(wanted -> obey(wanted, forum, pass, side))
                .orElseGet(() -> pass.run(PassScope.REGULAR))
                .then(isOnce() ? side.run(() -> true, Mono.never()) : Mono.empty())
                .then(current.flushed())
                .doOnSuccess(done -> {
                    command.map(Command::done).ifPresent(Runnable::run);
                    status.passCompleted();
                })
                .onErrorResume(
                        PageFailedException.class,
                        failure -> boardsFailed(recorder, failure).then(Mono.defer(() -> postponed(command))))
                .doOnSuccess(done -> onChange.run());
    }

    private static Mono<Void> obey(CrawlerCommand command, ForumSource forum, ForumPass pass, SideWork side) {
        return command.handle(new CrawlerCommand.Handler<>() {
            @Override
            public Mono<Void> crawl(CrawlBoard crawl) {
                return pass.run(PassScope.of(crawl));
            }

            @Override
            public Mono<Void> readAgain(ReadAgain page) {
                return reread(page.url(), forum, pass, side);
            }
        });
    }

    private static Mono<Void> reread(URI url, ForumSource forum, ForumPass pass, SideWork side) {
        return forum.page(url).map(page -> reread(page, pass, side)).orElseGet(() -> {
            log.warn("Nothing is read again at {}, which is no page of the forum", url);
            return Mono.empty();
        });
    }

    private static Mono<Void> reread(PageAddress page, ForumPass pass, SideWork side) {
        return switch (page.kind()) {
            case BOARDS -> pass.run(PassScope.REGULAR);
            case BOARD -> pass.run(PassScope.listOf(page.id()));
            case THREAD -> pass.reread(page.id(), page.page());
            case TAGS, PROFILE -> side.reread(page);
        };
    }

    /** The one scheduled pass comes before whatever was asked for earlier. */
    private Optional<Command> nextCommand() {
        return isOnce() && status.passesCompleted() == 0 ? Optional.empty() : commands.poll();
    }

    private Mono<Void> boardsFailed(Recorder recorder, PageFailedException failure) {
        status.passFailed();
        return recorder.setAside(failure);
    }

    /** Nothing new is known of a forum that did not even list its boards: what was asked for is tried later. */
    private Mono<Void> postponed(Optional<Command> command) {
        command.ifPresent(commands::putBack);
        return command.isEmpty()
                ? Mono.empty()
                : Mono.delay(properties.passInterval()).then();
    }

    private boolean isOnce() {
        return properties.schedule() == Schedule.ONCE;
    }

    /** A pass that did not get anywhere is repeated on any schedule. */
    private Mono<Void> untilTheNext(SideWork side) {
        if (isOnce() && status.passesCompleted() > 0) {
            return commands.arrival();
        }
        var next = clock.instant().plus(properties.passInterval());
        return side.run(
                        () -> clock.instant().isBefore(next) && commands.isEmpty(),
                        Mono.delay(properties.passInterval().plus(GRACE)))
                .then(Mono.defer(() -> {
                    var left = Duration.between(clock.instant(), next);
                    return Mono.firstWithSignal(
                            Mono.delay(left.isNegative() ? Duration.ZERO : left).then(), commands.arrival());
                }));
    }

    /** Stops asking, publishes what was read, and returns within a few seconds. */
    @Override
    public void close() {
        abort();
        var current = publisher;
        if (current != null) {
            try {
                current.flushed().block(STOP_TIMEOUT);
            } catch (RuntimeException e) {
                log.warn("Not everything read was published; it will be read again: {}", e.toString());
            }
        }
        reading.dispose();
        writing.dispose();
    }

    /** Leaves the forum to another crawler; can be started again. What is on its way is still published. */
    public void stop() {
        abort();
        pause.forget();
        status.passFailed();
        onChange.run();
    }

    /** Stops as a killed process does: whatever is not published is lost, and read again by the next crawler. */
    synchronized void abort() {
        if (running != null) {
            running.dispose();
        }
    }
}
