/** What an operator can do to a running service, over HTTP: replay, reset, handle dead letters, dump and load. */
@NullMarked
package potstats2.ingest.operate;

import org.jspecify.annotations.NullMarked;
