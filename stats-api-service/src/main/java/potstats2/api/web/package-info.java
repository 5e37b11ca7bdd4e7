/** How an API is found, asked and answered over HTTP, errors included. */
@NullMarked
package potstats2.api.web;

import org.jspecify.annotations.NullMarked;
