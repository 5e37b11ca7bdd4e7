/** PostgreSQL, Kafka and Redis run by this process; one process at a time per data directory. */
@NullMarked
package potstats2.servers;

import org.jspecify.annotations.NullMarked;
