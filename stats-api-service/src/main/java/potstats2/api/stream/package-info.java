/** The live stream: what the crawler does and which numbers are new, sent to every client as it happens. */
@NullMarked
package potstats2.api.stream;

import org.jspecify.annotations.NullMarked;
