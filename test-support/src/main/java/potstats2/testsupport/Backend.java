package potstats2.testsupport;

import potstats2.servers.PostgresAddress;

/** Where the servers come from; each is started when first asked for and stopped with the JVM. */
interface Backend {

    static Backend chosen() {
        return Chosen.BACKEND;
    }

    String kafka();

    /** As a user who may create databases. */
    PostgresAddress postgres();

    String redis();

    void restartKafka();

    /** Decides once per JVM. */
    final class Chosen {
        private static final Backend BACKEND = Docker.answers() ? new Containers() : new Embedded();

        private Chosen() {}
    }
}
