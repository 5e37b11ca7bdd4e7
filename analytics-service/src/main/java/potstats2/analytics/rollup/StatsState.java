package potstats2.analytics.rollup;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one row that says which refresh the rollups are of, and in which time zone their days are. */
final class StatsState {

    private final JdbcTemplate jdbc;

    StatsState(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The time zone, where the rollups were ever computed. */
    Optional<ZoneId> timeZone() {
        return jdbc.query("SELECT time_zone FROM stats.state", (row, i) -> ZoneId.of(row.getString(1))).stream()
                .findFirst();
    }

    /** The newest refresh, 0 before the first. */
    long generation() {
        return value("SELECT coalesce(max(generation), 0) FROM stats.state");
    }

    /** How many posts are counted. */
    long posts() {
        return value("SELECT coalesce(sum(posts), 0)::bigint FROM stats.board_year WHERE year = 0 AND bid = 0");
    }

    /** Begins the next generation. */
    long advance() {
        return value("UPDATE stats.state SET generation = generation + 1 RETURNING generation");
    }

    /** Begins the next generation, in which every number may be another and every day another zone's. */
    long advanceAll(ZoneId zone) {
        jdbc.update("""
                INSERT INTO stats.state AS s (generation, time_zone) VALUES (1, ?)
                ON CONFLICT (only_row) DO UPDATE SET generation = s.generation + 1, time_zone = excluded.time_zone
                """, zone.getId());
        jdbc.update("""
                INSERT INTO stats.scopes (year, bid, generation)
                SELECT year, bid, generation
                FROM (SELECT year, bid FROM stats.scopes UNION SELECT year, bid FROM stats.board_year)
                CROSS JOIN (SELECT generation FROM stats.state)
                ON CONFLICT (year, bid) DO UPDATE SET generation = excluded.generation
                """);
        return generation();
    }

    private long value(String query) {
        var value = jdbc.queryForObject(query, Long.class);
        if (value == null) {
            throw new IllegalStateException("No value: " + query);
        }
        return value;
    }
}
