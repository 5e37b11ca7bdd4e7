/** The live stream, over real connections. */
@NullMarked
package potstats2.api.stream;

import org.jspecify.annotations.NullMarked;
