/** The way through the lists of a board's threads. */
@NullMarked
package potstats2.crawler.crawl.board;

import org.jspecify.annotations.NullMarked;
