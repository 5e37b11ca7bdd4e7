/** Describes the API to programs, as OpenAPI, and to people, as a page. */
@NullMarked
package potstats2.api.openapi;

import org.jspecify.annotations.NullMarked;
