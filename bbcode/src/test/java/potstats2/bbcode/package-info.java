/** What BBCode means, case by case and by property. */
@NullMarked
package potstats2.bbcode;

import org.jspecify.annotations.NullMarked;
