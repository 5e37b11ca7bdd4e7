/** What the crawler is told to do. */
@NullMarked
package potstats2.crawler.command;

import org.jspecify.annotations.NullMarked;
