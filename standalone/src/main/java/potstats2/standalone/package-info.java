/** Everything in one process. */
@NullMarked
package potstats2.standalone;

import org.jspecify.annotations.NullMarked;
