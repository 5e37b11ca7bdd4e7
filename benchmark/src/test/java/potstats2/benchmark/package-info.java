@NullMarked
package potstats2.benchmark;

import org.jspecify.annotations.NullMarked;
