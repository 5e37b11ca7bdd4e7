-- The days of each board and of all of them. A user came into a day if all his hours of that day are new, and left it if
-- all have disappeared.
WITH moved AS (
    SELECT uid, day, coalesce(bid, 0) AS bid, sum(presence)::int AS hours
    FROM changed_hours
    WHERE presence <> 0
    GROUP BY GROUPING SETS ((uid, day, bid), (uid, day))
), remaining AS (
    SELECT uid, day, coalesce(bid, 0) AS bid, count(*)::int AS hours
    FROM (SELECT DISTINCT uid, day FROM changed_hours WHERE presence <> 0)
    JOIN stats.user_hour USING (uid, day)
    GROUP BY GROUPING SETS ((uid, day, bid), (uid, day))
), users AS (
    SELECT bid, day,
        sum((coalesce(r.hours, 0) > 0)::int - (coalesce(r.hours, 0) > m.hours)::int)::int AS users
    FROM moved m
    LEFT JOIN remaining r USING (uid, day, bid)
    GROUP BY bid, day
), numbers AS (
    SELECT coalesce(bid, 0) AS bid, day, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
        sum(posts)::int AS posts, sum(threads)::int AS threads
    FROM changed_hours
    GROUP BY GROUPING SETS ((bid, day), (day))
)
INSERT INTO stats.board_day AS b (bid, edits, length, posts, threads, active_users, day)
SELECT bid, edits, length, posts, threads, coalesce(users, 0), day
FROM numbers LEFT JOIN users USING (bid, day)
ORDER BY bid, day
ON CONFLICT (bid, day) DO UPDATE
SET edits = b.edits + excluded.edits, length = b.length + excluded.length, posts = b.posts + excluded.posts,
    threads = b.threads + excluded.threads, active_users = b.active_users + excluded.active_users
