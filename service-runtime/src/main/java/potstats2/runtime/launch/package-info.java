/** How a service is started, alone or in a bigger process. */
@NullMarked
package potstats2.runtime.launch;

import org.jspecify.annotations.NullMarked;
