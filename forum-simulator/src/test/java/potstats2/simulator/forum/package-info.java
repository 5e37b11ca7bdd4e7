/** Tests of the simulated forum's model. */
@NullMarked
package potstats2.simulator.forum;

import org.jspecify.annotations.NullMarked;
