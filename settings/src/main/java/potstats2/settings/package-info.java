/** How a service finds, checks and reports its configuration. */
@NullMarked
package potstats2.settings;

import org.jspecify.annotations.NullMarked;
