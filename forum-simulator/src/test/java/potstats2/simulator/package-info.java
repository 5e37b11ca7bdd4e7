/** Tests of the simulated forum as a server. */
@NullMarked
package potstats2.simulator;

import org.jspecify.annotations.NullMarked;
