package potstats2.simulator.forum;

import java.util.List;

/**
 * A user.
 *
 * @param name the present name
 * @param formerNames the names before, oldest first
 */
public record SimulatedUser(long uid, String name, List<String> formerNames) {}
