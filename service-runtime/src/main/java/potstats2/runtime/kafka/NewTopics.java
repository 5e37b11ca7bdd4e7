package potstats2.runtime.kafka;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import potstats2.events.Topic;

/** Topics of the contract as a broker creates them. */
public final class NewTopics {
    /** The broker's own default. */
    public static final short REPLICATION_OF_THE_BROKER = -1;

    private NewTopics() {}

    /** Topics with the broker's default replication. */
    public static List<NewTopic> of(Topic... topics) {
        return of(Arrays.asList(topics), REPLICATION_OF_THE_BROKER);
    }

    /**
     * Topics with as many copies as given.
     *
     * @param replicationFactor copies of each partition, or {@link #REPLICATION_OF_THE_BROKER}
     */
    public static List<NewTopic> of(Collection<Topic> topics, short replicationFactor) {
        return topics.stream().map(topic -> of(topic, replicationFactor)).toList();
    }

    private static NewTopic of(Topic topic, short replicationFactor) {
        var replication = replicationFactor == REPLICATION_OF_THE_BROKER
                ? Optional.<Short>empty()
                : Optional.of(replicationFactor);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication).configs(topic.settings());
    }
}
