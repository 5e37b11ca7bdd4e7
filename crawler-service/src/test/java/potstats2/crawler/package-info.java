/** Tests of the crawler as a service. */
@NullMarked
package potstats2.crawler;

import org.jspecify.annotations.NullMarked;
