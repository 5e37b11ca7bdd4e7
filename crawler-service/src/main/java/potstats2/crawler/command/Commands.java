package potstats2.crawler.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlerCommand;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** What was asked for and is still to be read. Thread-safe. */
public final class Commands {

    private static final int MAX_WAITING = 1000;

    private final Deque<Command> waiting = new ArrayDeque<>();
    private @Nullable MonoSink<Void> listener;

    /**
     * Something to be read.
     *
     * @param wanted what was asked for
     * @param done to be called when it is read
     */
    public record Command(CrawlerCommand wanted, Runnable done) {}

    /** Adds a command; one that waits already is not added twice, and beyond a bound the oldest is dropped. */
    public void add(CrawlerCommand wanted, Runnable done) {
        MonoSink<Void> receiver;
        synchronized (this) {
            if (waiting.stream().noneMatch(command -> command.wanted().equals(wanted))) {
                waiting.add(new Command(wanted, done));
            }
            if (waiting.size() > MAX_WAITING) {
                waiting.remove();
            }
            receiver = listener;
            listener = null;
        }
        if (receiver != null) {
            receiver.success();
        }
    }

    /** Takes the oldest command. */
    public synchronized Optional<Command> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Puts back a command that could not be obeyed: it is the next one again. */
    public synchronized void putBack(Command command) {
        waiting.addFirst(command);
    }

    /** Leaves them to another crawler, which hears them again: none of them is acknowledged. */
    public synchronized void forget() {
        waiting.clear();
    }

    /** Whether none waits. */
    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Completes when a command waits. For one subscriber at a time. */
    public Mono<Void> arrival() {
        return Mono.create(this::listen);
    }

    private void listen(MonoSink<Void> sink) {
        synchronized (this) {
            if (waiting.isEmpty()) {
                listener = sink;
                return;
            }
        }
        sink.success();
    }
}
