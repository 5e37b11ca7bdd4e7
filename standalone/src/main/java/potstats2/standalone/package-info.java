/** The four services and the servers they need in one process, on one data directory. */
@NullMarked
package potstats2.standalone;

import org.jspecify.annotations.NullMarked;
