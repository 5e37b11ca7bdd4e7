/** What is stored, what lags behind, and what the crawler is doing. */
@NullMarked
package potstats2.api.status;

import org.jspecify.annotations.NullMarked;
