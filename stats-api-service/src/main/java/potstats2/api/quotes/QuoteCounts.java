package potstats2.api.quotes;

import potstats2.api.database.PeriodQuery;

/** Who quoted whom how often in a period and board, as SQL. */
final class QuoteCounts {
    /** Rows of {@code from_uid, to_uid, count}. */
    static final PeriodQuery ROWS = new PeriodQuery("""
            (
                SELECT from_uid, to_uid, count
                FROM stats.quote_relation
                WHERE bid = :bid AND year = :year
            )""", """
            (
                SELECT from_uid, to_uid, sum(count)::bigint AS count
                FROM (
                    SELECT from_uid, to_uid, count
                    FROM stats.quote_relation
                    WHERE bid = :bid AND year BETWEEN :first_year AND :last_year
                    UNION ALL
                    SELECT uid, to_uid, count
                    FROM stats.quote_day
                    WHERE ${days} AND (:bid = 0 OR bid = :bid)
                )
                GROUP BY from_uid, to_uid
            )""");

    private QuoteCounts() {}
}
