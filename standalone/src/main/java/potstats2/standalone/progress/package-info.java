/** What the system is doing, for the person who started it. */
@NullMarked
package potstats2.standalone.progress;

import org.jspecify.annotations.NullMarked;
