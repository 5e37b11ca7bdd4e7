/** Tests of the simulated forum's pages. */
@NullMarked
package potstats2.simulator.pages;

import org.jspecify.annotations.NullMarked;
