/** Tests of the package of the same name. */
@NullMarked
package potstats2.crawler.progress;

import org.jspecify.annotations.NullMarked;
