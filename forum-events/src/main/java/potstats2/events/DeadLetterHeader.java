package potstats2.events;

import java.util.Set;

/**
 * Headers of a record on a dead-letter topic ({@link Topic#deadLetters()}), beside those that the record had before. Values
 * are UTF-8. A dead letter is either a record of the topic ({@link #SOURCE_TOPIC} and so on) or bytes of the forum that could
 * not be read ({@link #URL}).
 */
public final class DeadLetterHeader {
    /** Why it could not be read, handled or stored, in one line. */
    public static final String CAUSE = "cause";
    /** When, ISO-8601 in UTC. */
    public static final String FAILED_AT = "failed-at";
    /** The topic where the record stood. */
    public static final String SOURCE_TOPIC = "source-topic";
    /** The partition where the record stood, decimal; absent where it never stood in one. */
    public static final String SOURCE_PARTITION = "source-partition";
    /** The offset of the record in its partition, decimal. */
    public static final String SOURCE_OFFSET = "source-offset";
    /** How many bytes the value had, decimal, where not all of them are kept. */
    public static final String TRUNCATED = "truncated";
    /** The forum's page that could not be read. */
    public static final String URL = "url";
    /** Where the dead letter first stood, {@code topic@offset}: it keeps that name when it is copied within its topic. */
    public static final String ID = "letter-id";

    /** All of them: what a record does not have when it is put back to where it stood. */
    public static final Set<String> ALL =
            Set.of(CAUSE, FAILED_AT, SOURCE_TOPIC, SOURCE_PARTITION, SOURCE_OFFSET, TRUNCATED, URL, ID);

    private DeadLetterHeader() {}
}
