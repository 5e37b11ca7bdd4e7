/** A forum as the crawl knows it, whatever software it runs: what it can be asked, and what it answers. */
@NullMarked
package potstats2.crawler.source;

import org.jspecify.annotations.NullMarked;
