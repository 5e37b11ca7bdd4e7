/** Tests of the package of the same name. */
@NullMarked
package potstats2.crawler.checkpoint;

import org.jspecify.annotations.NullMarked;
