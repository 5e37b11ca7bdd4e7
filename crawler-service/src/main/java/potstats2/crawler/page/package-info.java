/** What the forum's pages say: from the bytes of an answer to records, whatever the forum sends. */
@NullMarked
package potstats2.crawler.page;

import org.jspecify.annotations.NullMarked;
