/** Who wrote something, under which names. */
@NullMarked
package potstats2.api.users;

import org.jspecify.annotations.NullMarked;
