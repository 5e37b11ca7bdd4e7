package potstats2.ingest.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import potstats2.events.Topic;
import potstats2.ingest.operate.DeadLetter.Description;
import potstats2.runtime.kafka.TopicEnd;
import potstats2.runtime.operations.OperationRefusedException;

/**
 * The records that were set aside. One is taken away by deleting its topic up to it, after those before it that stay were
 * copied to the end: whatever happens in between, none is lost, and a second copy counts as the same letter. All of it
 * waits for the broker.
 */
final class DeadLetterBox {
    private static final List<String> TOPICS = Stream.concat(Topic.FORUM.stream(), Stream.of(Topic.CHANGES))
            .map(topic -> topic.deadLetters().name())
            .toList();
    private static final String ALL = "all";
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerFactory<byte[], byte[]> consumers;

    DeadLetterBox(Admin admin, KafkaTemplate<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers) {
        this.admin = admin;
        this.kafka = kafka;
        this.consumers = consumers;
    }

    /** All letters, each with how it begins. */
    synchronized List<Description> list() {
        tidy();
        var letters = new LinkedHashMap<String, Description>();
        for (var topic : TOPICS) {
            read(topic, letter -> letters.put(letter.id(), letter.described(false)));
        }
        return List.copyOf(letters.values());
    }

    /** One letter as a whole. */
    synchronized Description show(String id) {
        var found = new ArrayList<Description>(1);
        for (var topic : TOPICS) {
            read(topic, letter -> {
                if (letter.id().equals(id)) {
                    found.add(letter.described(true));
                }
            });
        }
        if (found.isEmpty()) {
            throw new OperationRefusedException("there is no dead letter " + id);
        }
        return found.get(0);
    }

    /**
     * Takes letters away.
     *
     * @param id of one letter, or {@code all}: to be tried again, all that can be
     * @param retry whether to put the records back onto the topics they came from
     * @return the letters' ids
     */
    synchronized Set<String> handle(String id, boolean retry) {
        tidy();
        var handled = new HashSet<String>();
        for (var topic : TOPICS) {
            handled.addAll(handle(topic, id, retry));
        }
        if (handled.isEmpty() && !id.equals(ALL)) {
            throw new OperationRefusedException("there is no dead letter " + id);
        }
        return handled;
    }

    private Set<String> handle(String topic, String id, boolean retry) {
        var chosen = new HashSet<String>();
        var until = new AtomicLong();
        read(topic, letter -> {
            if (id.equals(ALL) ? !retry || letter.canBeRetried() : letter.id().equals(id)) {
                chosen.add(letter.id());
                until.set(letter.record().offset() + 1);
            }
        });
        if (!chosen.isEmpty()) {
            take(topic, until.get(), letter -> {
                if (!chosen.contains(letter.id())) {
                    return Optional.of(letter.copy());
                }
                return retry ? Optional.of(letter.retry()) : Optional.empty();
            });
        }
        return chosen;
    }

    /** Takes away the letters of pages that were read well since. */
    synchronized void tidy() {
        TOPICS.forEach(this::tidy);
    }

    private void tidy(String topic) {
        settled(topic).values().stream()
                .max(Long::compare)
                .ifPresent(last -> take(topic, last + 1, letter -> Optional.of(letter.copy())));
    }

    /** Pages that were read well, each with the offset of the newest record that says so. */
    private Map<String, Long> settled(String topic) {
        var settled = new HashMap<String, Long>();
        read(topic, letter -> {
            if (letter.settles()) {
                settled.put(letter.page(), letter.record().offset());
            }
        });
        return settled;
    }

    /**
     * Takes all letters away before an offset. Reads the topic anew rather than keep it in memory. What settles letters, and
     * those settled, leave nothing behind: copied to the end it would settle what was set aside since.
     *
     * @param successor what becomes of any other letter: a copy, what has it handled once more, or nothing
     */
    private void take(
            String topic, long until, Function<DeadLetter, Optional<ProducerRecord<byte[], byte[]>>> successor) {
        var settled = settled(topic);
        var sent = new HashSet<String>();
        read(topic, letter -> {
            var offset = letter.record().offset();
            if (offset < until && offset > settled.getOrDefault(letter.page(), -1L)) {
                successor.apply(letter).filter(record -> sent.add(letter.id())).ifPresent(this::send);
            }
        });
        deleteUntil(topic, until);
    }

    private void read(String topic, Consumer<DeadLetter> reader) {
        var partition = new TopicPartition(topic, 0);
        var settings = new Properties();
        // One large letter at a time.
        settings.setProperty("max.poll.records", "10");
        TopicEnd.SETTINGS.forEach((name, value) -> settings.setProperty(name, value.toString()));
        try (var consumer = consumers.createConsumer(null, "dead-letters", null, settings)) {
            if (consumer.listTopics().get(topic) == null) {
                return;
            }
            TopicEnd.readTo(consumer, List.of(partition), record -> reader.accept(new DeadLetter(record)));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(ACK_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("not acknowledged: " + record.topic(), e);
        }
    }

    private void deleteUntil(String topic, long offset) {
        try {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get(ACK_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(topic + " cannot be shortened", e);
        }
    }
}
