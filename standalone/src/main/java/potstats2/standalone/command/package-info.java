/** The {@code potstats} command. */
@NullMarked
package potstats2.standalone.command;

import org.jspecify.annotations.NullMarked;
