/** Answers that were given before: where they are kept, when they are still right, and how often they helped. */
@NullMarked
package potstats2.api.cache;

import org.jspecify.annotations.NullMarked;
