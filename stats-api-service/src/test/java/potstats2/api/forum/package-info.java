/** A generated forum, the tables it makes, and what is true about it. */
@NullMarked
package potstats2.api.forum;

import org.jspecify.annotations.NullMarked;
