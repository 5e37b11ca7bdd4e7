/** What BBCode means, case by case and by property. */
@NullMarked
package potstats2.analytics.bbcode;

import org.jspecify.annotations.NullMarked;
