package potstats2.testsupport;

/** A server that a test may need. */
public enum Server {
    /** A database of its own for each test class. */
    POSTGRES,
    /** One broker for all test classes; topics stay until {@link Servers#deleteTopics}. */
    KAFKA,
    /** One server for all test classes; a test is skipped where the platform cannot run it. */
    REDIS
}
