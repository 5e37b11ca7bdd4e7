/** Tests of how the web pages are served. */
@NullMarked
package potstats2.api.pages;

import org.jspecify.annotations.NullMarked;
