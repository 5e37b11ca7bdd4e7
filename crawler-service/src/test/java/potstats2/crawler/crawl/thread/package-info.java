/** Tests of the package of the same name. */
@NullMarked
package potstats2.crawler.crawl.thread;

import org.jspecify.annotations.NullMarked;
