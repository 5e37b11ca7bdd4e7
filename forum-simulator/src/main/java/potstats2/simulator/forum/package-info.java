/** The simulated forum itself: what stands in it, how it came to be, and what happens to it. */
@NullMarked
package potstats2.simulator.forum;

import org.jspecify.annotations.NullMarked;
