-- The weekdays, in each year and all, of each board and of all of them.
WITH users AS (
    SELECT bid, year, weekday,
        count(*) FILTER (WHERE day_before = 0::bit(24)) - count(*) FILTER (WHERE day_after = 0::bit(24)) AS users
    FROM moved_weekdays
    GROUP BY bid, year, weekday
), numbers AS (
    SELECT coalesce(bid, 0) AS bid, coalesce(year, 0) AS year, weekday, sum(posts) AS posts, sum(edits) AS edits,
        sum(length) AS length, sum(threads) AS threads
    FROM changed_hours
    GROUP BY weekday, GROUPING SETS ((bid, year), (year), (bid), ())
)
INSERT INTO stats.board_weekday AS b (bid, posts, edits, length, threads, active_users, year, weekday)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), year, weekday
FROM numbers LEFT JOIN users USING (bid, year, weekday)
ON CONFLICT (bid, year, weekday) DO UPDATE
SET posts = b.posts + excluded.posts, edits = b.edits + excluded.edits, length = b.length + excluded.length,
    threads = b.threads + excluded.threads, active_users = b.active_users + excluded.active_users
