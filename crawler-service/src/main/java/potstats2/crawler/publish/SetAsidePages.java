package potstats2.crawler.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import potstats2.crawler.source.PageAddress;
import potstats2.events.DeadLetterHeader;
import potstats2.events.Topic;
import potstats2.runtime.kafka.TopicEnd;

/** Pages of which something lies among the dead letters, until they are read well. Thread-safe. */
public final class SetAsidePages {
    private final Function<URI, Optional<PageAddress>> addresses;
    private final Set<PageAddress> pages = ConcurrentHashMap.newKeySet();

    /**
     * None known yet.
     *
     * @param addresses what page is at an address
     */
    public SetAsidePages(Function<URI, Optional<PageAddress>> addresses) {
        this.addresses = addresses;
    }

    /** Blocks until all dead letters are read that were there before the call. */
    public void readAll(Consumer<String, byte[]> consumer) {
        var existing = consumer.listTopics();
        var partitions = Topic.FORUM.stream()
                .map(topic -> topic.deadLetters().name())
                .flatMap(topic -> existing.getOrDefault(topic, List.of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        TopicEnd.readTo(consumer, partitions, this::read);
    }

    private void read(ConsumerRecord<String, byte[]> letter) {
        page(letter).ifPresent(page -> {
            if (letter.value() == null) {
                pages.remove(page);
            } else {
                pages.add(page);
            }
        });
    }

    private Optional<PageAddress> page(ConsumerRecord<String, byte[]> letter) {
        var url = letter.headers().lastHeader(DeadLetterHeader.URL);
        try {
            return url == null ? Optional.empty() : addresses.apply(URI.create(new String(url.value(), UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no address of any page
        }
    }

    void add(URI url) {
        addresses.apply(url).ifPresent(pages::add);
    }

    /** Whether it was among them. */
    boolean remove(PageAddress page) {
        return !pages.isEmpty() && pages.remove(page);
    }
}
