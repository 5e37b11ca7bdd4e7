/** The whole system from the forum to the answers, against a forum whose truth is known. */
@NullMarked
package potstats2.system;

import org.jspecify.annotations.NullMarked;
