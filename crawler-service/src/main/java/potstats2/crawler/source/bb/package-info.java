/** The forum software bB: where its pages are, and what they say, from the bytes of an answer to records, whatever it sends. */
@NullMarked
package potstats2.crawler.source.bb;

import org.jspecify.annotations.NullMarked;
