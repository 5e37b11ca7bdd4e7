/** The news of the other services. */
@NullMarked
package potstats2.api.feed;

import org.jspecify.annotations.NullMarked;
