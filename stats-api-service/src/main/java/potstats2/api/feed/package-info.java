/** The news of the other services, as their topics tell them. */
@NullMarked
package potstats2.api.feed;

import org.jspecify.annotations.NullMarked;
