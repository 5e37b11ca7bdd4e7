@NullMarked
package potstats2.api.days;

import org.jspecify.annotations.NullMarked;
