/** Tests of the package of the same name. */
@NullMarked
package potstats2.crawler.http;

import org.jspecify.annotations.NullMarked;
