/** How a service finds, checks and reports its configuration. */
@NullMarked
package potstats2.runtime.settings;

import org.jspecify.annotations.NullMarked;
