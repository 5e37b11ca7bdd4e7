SELECT bid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
    sum(threads)::bigint AS threads, users AS active_users, year, weekday
FROM stats.next_board_hour
JOIN (
    SELECT bid, year, weekday::smallint, count(*) AS users
    FROM stats.next_poster_year
    CROSS JOIN generate_series(1, 7) AS weekday
    WHERE substring(hours FROM weekday * 24 - 23 FOR 24) <> 0::bit(24)
    GROUP BY bid, year, weekday
) USING (bid, year, weekday)
GROUP BY bid, year, weekday, users
