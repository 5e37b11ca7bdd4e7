package potstats2.simulator.forum;

import java.util.List;

/**
 * A page of a thread.
 *
 * @param page counted from 1
 * @param offset how many places of the thread come before
 * @param posts those shown; empty where the thread cannot be read
 */
public record ThreadPage(SimulatedThread thread, int page, int offset, List<SimulatedPost> posts) {}
