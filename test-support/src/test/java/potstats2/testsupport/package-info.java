/** The servers given to tests are real. */
@NullMarked
package potstats2.testsupport;

import org.jspecify.annotations.NullMarked;
