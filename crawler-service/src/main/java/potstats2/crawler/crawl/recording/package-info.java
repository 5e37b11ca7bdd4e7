/** Publishes and remembers what the crawl found. */
@NullMarked
package potstats2.crawler.crawl.recording;

import org.jspecify.annotations.NullMarked;
