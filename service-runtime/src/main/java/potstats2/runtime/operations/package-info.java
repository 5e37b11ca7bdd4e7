/** Who may operate a running service, and how it refuses. */
@NullMarked
package potstats2.runtime.operations;

import org.jspecify.annotations.NullMarked;
