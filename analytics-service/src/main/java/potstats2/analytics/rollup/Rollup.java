package potstats2.analytics.rollup;

/** A table of numbers that can be computed from the forum's tables and the rollups before it. */
enum Rollup {
    THREAD_STARTS("thread_starts", "tid"),
    USER_HOUR("user_hour", "uid, day, hour, bid"),
    POSTER_YEAR("poster_year", "bid, year, uid"),
    BOARD_DAY("board_day", "bid, day"),
    BOARD_YEAR("board_year", "bid, year"),
    BOARD_HOUR("board_hour", "bid, year, weekday, hour"),
    BOARD_WEEKDAY("board_weekday", "bid, year, weekday");

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
        return "next_" + table;
    }

    String table() {
        return table;
    }

    /** The key's columns, separated by commas. */
    String key() {
        return key;
    }

    /** The statement that computes the whole rollup. */
    String recomputation() {
        return SqlScripts.read("full/" + table);
    }
}
