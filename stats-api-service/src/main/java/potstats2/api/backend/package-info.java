/** What the service says about itself, and how its cache is emptied. */
@NullMarked
package potstats2.api.backend;

import org.jspecify.annotations.NullMarked;
