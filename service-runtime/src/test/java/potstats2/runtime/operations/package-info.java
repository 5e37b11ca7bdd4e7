/** What operations are refused. */
@NullMarked
package potstats2.runtime.operations;

import org.jspecify.annotations.NullMarked;
