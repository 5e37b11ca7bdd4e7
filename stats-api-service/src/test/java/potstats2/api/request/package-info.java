/** Tests of how requests are read. */
@NullMarked
package potstats2.api.request;

import org.jspecify.annotations.NullMarked;
