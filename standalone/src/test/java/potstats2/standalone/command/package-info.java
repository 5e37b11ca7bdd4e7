/** What a user of the command sees. */
@NullMarked
package potstats2.standalone.command;

import org.jspecify.annotations.NullMarked;
