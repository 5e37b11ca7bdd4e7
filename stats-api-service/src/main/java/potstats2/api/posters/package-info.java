/** How much each user wrote. */
@NullMarked
package potstats2.api.posters;

import org.jspecify.annotations.NullMarked;
