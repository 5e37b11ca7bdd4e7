/** The boards and how much is in them. */
@NullMarked
package potstats2.api.boards;

import org.jspecify.annotations.NullMarked;
