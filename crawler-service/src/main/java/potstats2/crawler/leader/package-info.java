/** One crawler of several crawls. */
@NullMarked
package potstats2.crawler.leader;

import org.jspecify.annotations.NullMarked;
