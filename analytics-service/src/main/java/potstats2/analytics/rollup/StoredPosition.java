package potstats2.analytics.rollup;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.events.Topic;

/**
 * How far the announcements of changes are in the rollups. The row is updated first in each refresh: whoever does not
 * find it where he believes it to be has lost the partition and writes nothing.
 */
final class StoredPosition {

    private static final String TOPIC = Topic.CHANGES.name();

    private final JdbcTemplate jdbc;

    StoredPosition(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends no refresh can begin; reading goes on. */
    void holdRefreshes() {
        jdbc.execute("LOCK TABLE stats.positions IN EXCLUSIVE MODE");
    }

    Optional<Long> find() {
        return jdbc
                .queryForList(
                        "SELECT next_offset FROM stats.positions WHERE topic = ? AND partition = 0", Long.class, TOPIC)
                .stream()
                .findFirst();
    }

    void advance(long from, long to) {
        var updated = jdbc.update(
                "UPDATE stats.positions SET next_offset = ? WHERE topic = ? AND partition = 0 AND next_offset = ?",
                to,
                TOPIC,
                from);
        if (updated == 0) {
            throw new LostPositionException(from);
        }
    }

    void set(long position) {
        jdbc.update("""
                INSERT INTO stats.positions (topic, partition, next_offset) VALUES (?, 0, ?)
                ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
                """, TOPIC, position);
    }
}
