/** Servers that keep what they were given. */
@NullMarked
package potstats2.servers;

import org.jspecify.annotations.NullMarked;
