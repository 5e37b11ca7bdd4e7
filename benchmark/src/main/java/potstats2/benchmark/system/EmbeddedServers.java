package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import potstats2.runtime.settings.MachineDefaults;
import potstats2.servers.KafkaServer;
import potstats2.servers.PostgresServer;
import potstats2.servers.RedisServer;

/** The servers under the services, in a process that ends with its standard input, and so with whoever started it. */
final class EmbeddedServers {
    static final String READY = "servers ";

    private EmbeddedServers() {}

    /**
     * Says where they are once they run.
     *
     * @param args the directory for their data
     */
    public static void main(String... args) throws IOException {
        MachineDefaults.setAside();
        var directory = Path.of(args[0]);
        var kafka = KafkaServer.start(directory.resolve("kafka"));
        var postgres = PostgresServer.start(directory.resolve("postgres"));
        var redis = RedisServer.start(directory.resolve("redis"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            redis.ifPresent(RedisServer::close);
            postgres.close();
            kafka.close();
        }));
        System.out.println(
                READY + kafka.address() + " " + redis.map(RedisServer::address).orElse("-"));
        while (System.in.read() >= 0) {
            // Nothing is said: only the end counts.
        }
        System.exit(0);
    }
}
