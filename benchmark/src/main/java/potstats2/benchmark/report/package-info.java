/** What was measured, whether it is good enough, and how that is shown. */
@NullMarked
package potstats2.benchmark.report;

import org.jspecify.annotations.NullMarked;
