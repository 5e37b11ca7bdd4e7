/** Tests of the package of the same name. */
@NullMarked
package potstats2.crawler.source.bb;

import org.jspecify.annotations.NullMarked;
