package potstats2.crawler.publish;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import potstats2.events.Topic;

/** How many partitions the topics have at the broker, asked once. */
final class Partitions {

    private final Producer<String, byte[]> producer;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    Partitions(Producer<String, byte[]> producer) {
        this.producer = producer;
        numbers.put(Topic.POSTS.name(), ask(Topic.POSTS));
        numbers.put(Topic.THREADS.name(), ask(Topic.THREADS));
    }

    private int ask(Topic topic) {
        return producer.partitionsFor(topic.name()).size();
    }

    int of(Topic topic) {
        var number = numbers.get(topic.name());
        if (number == null) {
            throw new IllegalArgumentException(topic.name() + " is not partitioned by thread");
        }
        return number;
    }
}
