/** What the crawler is doing, for those who watch. */
@NullMarked
package potstats2.crawler.progress;

import org.jspecify.annotations.NullMarked;
