/** What to fetch next, what a page means and what vanished; and the flow that follows these decisions. */
@NullMarked
package potstats2.crawler.crawl;

import org.jspecify.annotations.NullMarked;
