/** The public HTTP API: where its process starts. */
@NullMarked
package potstats2.api;

import org.jspecify.annotations.NullMarked;
