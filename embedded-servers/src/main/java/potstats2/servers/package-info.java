/** PostgreSQL, Kafka and Redis run by this process. */
@NullMarked
package potstats2.servers;

import org.jspecify.annotations.NullMarked;
