/** Serves the web pages, where their jar is on the class path. */
@NullMarked
package potstats2.api.pages;

import org.jspecify.annotations.NullMarked;
