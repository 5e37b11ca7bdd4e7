/** What a user is told about a setting that cannot be used. */
@NullMarked
package potstats2.runtime.settings;

import org.jspecify.annotations.NullMarked;
