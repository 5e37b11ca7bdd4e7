/** Asks the forum: every request goes through one throttle, is repeated where that helps, and given up where it does not. */
@NullMarked
package potstats2.crawler.forum;

import org.jspecify.annotations.NullMarked;
