/** What an operator can do to a running service, over HTTP: replay, reset, and handle dead letters. */
@NullMarked
package potstats2.ingest.operate;

import org.jspecify.annotations.NullMarked;
