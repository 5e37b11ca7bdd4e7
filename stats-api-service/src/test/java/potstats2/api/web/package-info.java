/** How answers leave. */
@NullMarked
package potstats2.api.web;

import org.jspecify.annotations.NullMarked;
