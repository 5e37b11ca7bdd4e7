/** Asks over HTTP: every request goes through one throttle, is repeated where that helps, and given up where it does not. */
@NullMarked
package potstats2.crawler.http;

import org.jspecify.annotations.NullMarked;
