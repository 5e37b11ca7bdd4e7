package potstats2.api.users;

import potstats2.api.database.PeriodQuery;

/** What each user wrote in a period and board, as SQL. */
public final class UserPosts {
    /** Rows of {@code uid, posts, edits, length, threads, quoted, quotes, first_day}. */
    public static final PeriodQuery ROWS = new PeriodQuery("""
            (
                SELECT uid, posts, edits, length, threads, quoted, quotes, first_day
                FROM stats.poster_year
                WHERE bid = :bid AND year = :year AND posts > 0
            )""", """
            (
                SELECT uid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
                    sum(threads)::bigint AS threads, sum(quoted)::bigint AS quoted, sum(quotes)::bigint AS quotes,
                    min(first_day) AS first_day
                FROM (
                    SELECT uid, posts, edits, length, threads, quoted, quotes, first_day
                    FROM stats.poster_year
                    WHERE bid = :bid AND year BETWEEN :first_year AND :last_year AND posts > 0
                    UNION ALL
                    SELECT uid, posts, edits, length, threads, quoted, quotes, day
                    FROM stats.user_hour
                    WHERE ${days} AND (:bid = 0 OR bid = :bid)
                )
                GROUP BY uid
            )""");

    private UserPosts() {}
}
