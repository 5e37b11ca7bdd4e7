/** The whole system in one process, and the rules of the source. */
@NullMarked
package potstats2.standalone;

import org.jspecify.annotations.NullMarked;
