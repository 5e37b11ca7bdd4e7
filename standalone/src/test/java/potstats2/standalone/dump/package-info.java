/** Tests of the file that holds the forum's topics. */
@NullMarked
package potstats2.standalone.dump;

import org.jspecify.annotations.NullMarked;
