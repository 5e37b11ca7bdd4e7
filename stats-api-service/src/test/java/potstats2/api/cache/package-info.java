/** What is kept of answers, and for how long it is right. */
@NullMarked
package potstats2.api.cache;

import org.jspecify.annotations.NullMarked;
