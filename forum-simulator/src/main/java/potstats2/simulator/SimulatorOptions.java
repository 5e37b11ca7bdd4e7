package potstats2.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import potstats2.simulator.forum.ForumShape;
import potstats2.simulator.forum.Oddity;

/**
 * What to simulate and where to serve it.
 *
 * @param posts how many posts were ever written
 * @param seed decides everything left to chance; the same seed with the same posts and end gives the same forum
 * @param until when the generated posts end; live events happen later
 * @param oddities what the forum does beyond the plain contract
 * @param faults how often answers fail
 * @param address of this machine at which to listen
 * @param port where to listen, 0 for any free port
 * @param clock tells when live events happen
 */
public record SimulatorOptions(
        int posts,
        long seed,
        Instant until,
        Set<Oddity> oddities,
        Faults faults,
        String address,
        int port,
        Clock clock) {

    public SimulatorOptions {
        oddities = new ForumShape(posts, seed, until, oddities).oddities();
    }

    /** 20,000 posts until midnight (UTC), without oddities and faults, for this machine alone, on any free port. */
    public static SimulatorOptions defaults() {
        var midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return new SimulatorOptions(20_000, 1, midnight, Set.of(), Faults.none(), "127.0.0.1", 0, Clock.systemUTC());
    }

    public SimulatorOptions withPosts(int number) {
        return new SimulatorOptions(number, seed, until, oddities, faults, address, port, clock);
    }

    public SimulatorOptions withSeed(long other) {
        return new SimulatorOptions(posts, other, until, oddities, faults, address, port, clock);
    }

    public SimulatorOptions withUntil(Instant end) {
        return new SimulatorOptions(posts, seed, end, oddities, faults, address, port, clock);
    }

    /** All oddities, or none. */
    public SimulatorOptions withOddities(boolean all) {
        return withOddities(all ? Oddity.all() : Set.of());
    }

    public SimulatorOptions withOddities(Set<Oddity> some) {
        return new SimulatorOptions(posts, seed, until, some, faults, address, port, clock);
    }

    public SimulatorOptions withFaults(Faults other) {
        return new SimulatorOptions(posts, seed, until, oddities, other, address, port, clock);
    }

    public SimulatorOptions withAddress(String other) {
        return new SimulatorOptions(posts, seed, until, oddities, faults, other, port, clock);
    }

    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(posts, seed, until, oddities, faults, address, other, clock);
    }

    public SimulatorOptions withClock(Clock other) {
        return new SimulatorOptions(posts, seed, until, oddities, faults, address, port, other);
    }

    ForumShape shape() {
        return new ForumShape(posts, seed, until, oddities);
    }
}
