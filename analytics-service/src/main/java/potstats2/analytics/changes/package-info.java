/** Follows the announcements of changes, has the rollups refreshed, and announces the refresh. */
@NullMarked
package potstats2.analytics.changes;

import org.jspecify.annotations.NullMarked;
