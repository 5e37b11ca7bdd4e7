package potstats2.api.quotes;

import potstats2.api.database.PeriodQuery;
import potstats2.api.request.Period;

/** Who quoted whom how often in a period and board, as SQL: rows of {@code from_uid, to_uid, count}. */
final class QuoteCounts {
    private static final String OF_KEY = """
            (
                SELECT from_uid, to_uid, count
                FROM stats.quote_relation
                WHERE bid = :bid AND year = :year
            )""";

    private static final String OF_PARTS = """
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
                ${candidates}
                GROUP BY from_uid, to_uid
            )""";

    // As many pairs as are asked for have such a count in one year already: who has less in all years is not among
    // them.
    private static final String CANDIDATES = """
            JOIN (
                SELECT from_uid, to_uid
                FROM stats.quote_relation
                WHERE bid = :bid AND year = 0 AND count >= coalesce((
                    SELECT max(count)
                    FROM stats.board_year y
                    CROSS JOIN LATERAL (
                        SELECT from_uid, to_uid, count
                        FROM stats.quote_relation
                        WHERE bid = :bid AND year = y.year
                        ORDER BY count DESC, from_uid, to_uid
                        LIMIT :limit
                    )
                    WHERE y.bid = :bid AND y.year BETWEEN :first_year AND :last_year
                    GROUP BY from_uid, to_uid
                    ORDER BY max(count) DESC
                    OFFSET :limit - 1
                    LIMIT 1
                ), 0)
            ) USING (from_uid, to_uid)""";

    /** All of them. */
    static final PeriodQuery ALL = new PeriodQuery(OF_KEY, OF_PARTS.replace("${candidates}", ""));

    private static final PeriodQuery MOST = new PeriodQuery(OF_KEY, OF_PARTS.replace("${candidates}", CANDIDATES));

    private QuoteCounts() {}

    /** All that can be among the first {@code :limit} by count, and perhaps others. */
    static PeriodQuery most(Period period) {
        return period.years().whole().isEmpty() ? ALL : MOST;
    }
}
