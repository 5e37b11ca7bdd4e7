/** How services start, and what they say when they cannot. */
@NullMarked
package potstats2.runtime.launch;

import org.jspecify.annotations.NullMarked;
