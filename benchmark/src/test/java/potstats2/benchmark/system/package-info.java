@NullMarked
package potstats2.benchmark.system;

import org.jspecify.annotations.NullMarked;
