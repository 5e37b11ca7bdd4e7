/** Real servers for tests. */
@NullMarked
package potstats2.testsupport;

import org.jspecify.annotations.NullMarked;
