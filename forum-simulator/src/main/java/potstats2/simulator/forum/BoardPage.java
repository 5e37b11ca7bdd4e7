package potstats2.simulator.forum;

import java.util.List;

/**
 * A page of a board's thread list.
 *
 * @param page counted from 1
 * @param offset how many threads of the normal order come before
 * @param threads on page 1 stickies and globals first; empty where the board cannot be read
 */
public record BoardPage(SimulatedBoard board, int page, int offset, List<SimulatedThread> threads) {}
