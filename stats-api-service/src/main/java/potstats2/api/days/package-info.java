/** What was written day by day. */
@NullMarked
package potstats2.api.days;

import org.jspecify.annotations.NullMarked;
