/** What is linked to, and by whom. */
@NullMarked
package potstats2.api.links;

import org.jspecify.annotations.NullMarked;
