/** A bB forum made up from a seed. */
@NullMarked
package potstats2.simulator;

import org.jspecify.annotations.NullMarked;
