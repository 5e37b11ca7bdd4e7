-- The years, each and all, of each board and of all of them.
WITH users AS (
    SELECT bid, year, count(hours_after) - count(hours_before) AS users FROM moved_posters GROUP BY bid, year
), numbers AS (
    SELECT coalesce(bid, 0) AS bid, coalesce(year, 0) AS year, sum(posts) AS posts, sum(edits) AS edits,
        sum(length) AS length, sum(threads) AS threads
    FROM changed_hours
    GROUP BY GROUPING SETS ((bid, year), (year), (bid), ())
)
INSERT INTO stats.board_year AS b (bid, posts, edits, length, threads, active_users, year)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), year
FROM numbers LEFT JOIN users USING (bid, year)
ON CONFLICT (bid, year) DO UPDATE
SET posts = b.posts + excluded.posts, edits = b.edits + excluded.edits, length = b.length + excluded.length,
    threads = b.threads + excluded.threads, active_users = b.active_users + excluded.active_users
