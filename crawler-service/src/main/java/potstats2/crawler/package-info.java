/** Reads the forum and publishes what it sees. */
@NullMarked
package potstats2.crawler;

import org.jspecify.annotations.NullMarked;
