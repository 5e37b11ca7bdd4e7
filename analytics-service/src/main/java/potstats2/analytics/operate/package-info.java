/** What an operator can do to a running service, over HTTP. */
@NullMarked
package potstats2.analytics.operate;

import org.jspecify.annotations.NullMarked;
