/** What is shown while the system works. */
@NullMarked
package potstats2.standalone.progress;

import org.jspecify.annotations.NullMarked;
