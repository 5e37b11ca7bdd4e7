/** What of a thread is to be read, what its pages mean, and what vanished. */
@NullMarked
package potstats2.crawler.crawl.thread;

import org.jspecify.annotations.NullMarked;
