/** What a request may carry, how it is read, and why it is refused. */
@NullMarked
package potstats2.api.request;

import org.jspecify.annotations.NullMarked;
