/** Which records belong to which trace. */
@NullMarked
package potstats2.runtime.tracing;

import org.jspecify.annotations.NullMarked;
