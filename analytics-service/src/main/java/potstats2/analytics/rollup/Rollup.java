package potstats2.analytics.rollup;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A table that can be computed from the forum's tables and the rollups before it. Those that take long to write come early:
 * meanwhile the others can be computed.
 */
enum Rollup {
    QUOTE_EDGES("quote_edges", "pid, quoted_pid"),
    LINK_EDGES("link_edges", "pid, type, domain"),
    QUOTE_DAY("quote_day", "uid, day, to_uid, bid"),
    QUOTE_RELATION("quote_relation", "bid, year, from_uid, to_uid"),
    LINK_DAY("link_day", "uid, day, bid, type, domain"),
    USER_DOMAIN("user_domain", "year, type, uid, domain"),
    DOMAIN_YEAR("domain_year", "year, type, domain"),
    THREAD_STARTS("thread_starts", "tid"),
    USER_HOUR("user_hour", "uid, day, hour, bid"),
    POSTER_YEAR("poster_year", "bid, year, uid"),
    BOARD_DAY("board_day", "bid, day"),
    BOARD_MONTH("board_month", "bid, month"),
    BOARD_YEAR("board_year", "bid, year"),
    BOARD_HOUR("board_hour", "bid, year, weekday, hour"),
    BOARD_WEEKDAY("board_weekday", "bid, year, weekday");

    /** Those that SQL alone cannot compute: they come from the BBCode of the posts. */
    static final Set<Rollup> FROM_CONTENTS = Collections.unmodifiableSet(EnumSet.of(QUOTE_EDGES, LINK_EDGES));

    private final String table;
    private final String key;

    Rollup(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /** The stored numbers. */
    String stored() {
        return "stats." + table;
    }

    /** Where a full recomputation puts its numbers. */
    String recomputed() {
        return "stats.next_" + table;
    }

    String table() {
        return table;
    }

    /** The key's columns, separated by commas. */
    String key() {
        return key;
    }

    /** Where both stand side by side, as rows {@code s} (stored) and {@code n} (recomputed), and differ in some column. */
    String differences() {
        return "%s s FULL JOIN %s n USING (%s) WHERE ROW(s.*) IS DISTINCT FROM ROW(n.*)"
                .formatted(stored(), recomputed(), key);
    }

    /** The query that computes the whole rollup, with the columns of the stored one in their order. */
    String recomputation() {
        return SqlScripts.read("full/" + table);
    }
}
