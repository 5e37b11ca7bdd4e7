/** A bB forum made up from a seed and served over HTTP, with all that a crawler has to cope with. */
@NullMarked
package potstats2.simulator;

import org.jspecify.annotations.NullMarked;
