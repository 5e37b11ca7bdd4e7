@NullMarked
package potstats2.benchmark.report;

import org.jspecify.annotations.NullMarked;
