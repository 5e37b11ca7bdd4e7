-- The hours of the week, in each year and all, of each board and of all of them.
WITH users AS (
    SELECT bid, year, weekday, hour, sum(get_bit(day_after, hour) - get_bit(day_before, hour))::int AS users
    FROM moved_weekdays
    CROSS JOIN generate_series(0, 23) AS hour
    WHERE get_bit(day_before, hour) <> get_bit(day_after, hour)
    GROUP BY bid, year, weekday, hour
), numbers AS (
    SELECT coalesce(bid, 0) AS bid, coalesce(year, 0) AS year, weekday, hour, sum(posts)::bigint AS posts,
        sum(edits)::bigint AS edits, sum(length)::bigint AS length, sum(threads)::bigint AS threads
    FROM changed_hours
    GROUP BY weekday, hour, GROUPING SETS ((bid, year), (year), (bid), ())
)
INSERT INTO stats.board_hour AS b (bid, posts, edits, length, threads, active_users, year, weekday, hour)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), year, weekday, hour
FROM numbers LEFT JOIN users USING (bid, year, weekday, hour)
ORDER BY bid, year, weekday, hour
ON CONFLICT (bid, year, weekday, hour) DO UPDATE
SET posts = b.posts + excluded.posts, edits = b.edits + excluded.edits, length = b.length + excluded.length,
    threads = b.threads + excluded.threads, active_users = b.active_users + excluded.active_users
