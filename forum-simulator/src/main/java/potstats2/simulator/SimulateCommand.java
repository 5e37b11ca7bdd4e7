package potstats2.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import potstats2.simulator.forum.Oddity;

/** Serves a simulated forum until interrupted; a subcommand, or the command of a process of its own. */
@Command(
        name = "simulator",
        description = "Serves a made-up bB forum until interrupted.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--posts", paramLabel = "N", defaultValue = "20000", description = "posts (${DEFAULT-VALUE})")
    private int posts;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "another seed, another forum")
    private long seed;

    @Option(names = "--until", paramLabel = "INSTANT", description = "end of the generated posts (last midnight, UTC)")
    private @Nullable Instant until;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8090", description = "(${DEFAULT-VALUE}), 0 for any")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "IP",
            defaultValue = "127.0.0.1",
            description = "where to listen (${DEFAULT-VALUE}), 0.0.0.0 for every address of this machine")
    private String address = "";

    @Option(names = "--oddities", description = "all the oddities of the real forum")
    private boolean allOddities;

    @Option(names = "--oddity", paramLabel = "NAME", description = "one of them, repeatable: ${COMPLETION-CANDIDATES}")
    private @Nullable Set<Oddity> someOddities;

    @Option(
            names = "--faults",
            paramLabel = "P",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "0.01",
            description = "probability of each kind of fault per request (${FALLBACK-VALUE} if not given)")
    private double faults;

    @Option(names = "--traffic", paramLabel = "RATE", defaultValue = "0", description = "events a second")
    private double traffic;

    public static void main(String... args) {
        // For the libraries, which should do the same whatever the language of the machine.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(new CommandLine(new SimulateCommand()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        var options = options();
        var live = live();
        try (var simulator = ForumSimulator.start(options)) {
            if (live != null) {
                simulator.startTraffic(live);
            }
            var out = spec.commandLine().getOut();
            out.println("forum    " + simulator.forumUrl());
            out.println("profiles " + simulator.profileUrl());
            out.println("truth    " + simulator.truthUrl());
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    SimulatorOptions options() {
        try {
            var defaults = SimulatorOptions.defaults();
            return defaults.withPosts(posts)
                    .withSeed(seed)
                    .withUntil(until == null ? defaults.until() : until)
                    .withAddress(address)
                    .withPort(port)
                    .withFaults(Faults.every(faults))
                    .withOddities(oddities());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private @Nullable LiveTraffic live() {
        try {
            return traffic == 0 ? null : LiveTraffic.atRate(traffic);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Set<Oddity> oddities() {
        if (allOddities) {
            return Oddity.all();
        }
        return someOddities == null ? Set.of() : someOddities;
    }
}
