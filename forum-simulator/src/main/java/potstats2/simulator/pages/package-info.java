/** How the forum looks to its readers: the XML documents and HTML pages, in the encodings the forum uses. */
@NullMarked
package potstats2.simulator.pages;

import org.jspecify.annotations.NullMarked;
