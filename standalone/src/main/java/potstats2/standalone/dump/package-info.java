/** All of the forum's topics in one file, and back. */
@NullMarked
package potstats2.standalone.dump;

import org.jspecify.annotations.NullMarked;
