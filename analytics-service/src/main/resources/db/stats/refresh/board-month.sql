-- The months of each board and of all of them. A user came into a month if all his hours of that month are new, and left
-- it if all have disappeared.
WITH changed AS (
    SELECT uid, bid, edits, length, posts, threads, presence, date_trunc('month', day::timestamp)::date AS month
    FROM changed_hours
), moved AS (
    SELECT uid, month, coalesce(bid, 0) AS bid, sum(presence)::int AS hours
    FROM changed
    WHERE presence <> 0
    GROUP BY GROUPING SETS ((uid, month, bid), (uid, month))
), remaining AS (
    SELECT m.uid, m.month, coalesce(h.bid, 0) AS bid, count(*)::int AS hours
    FROM (SELECT DISTINCT uid, month FROM changed WHERE presence <> 0) m
    JOIN stats.user_hour h ON h.uid = m.uid AND h.day >= m.month AND h.day < (m.month + interval '1 month')::date
    GROUP BY GROUPING SETS ((m.uid, m.month, h.bid), (m.uid, m.month))
), users AS (
    SELECT bid, month,
        sum((coalesce(r.hours, 0) > 0)::int - (coalesce(r.hours, 0) > m.hours)::int)::int AS users
    FROM moved m
    LEFT JOIN remaining r USING (uid, month, bid)
    GROUP BY bid, month
), numbers AS (
    SELECT coalesce(bid, 0) AS bid, month, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits,
        sum(length)::bigint AS length, sum(threads)::bigint AS threads
    FROM changed
    GROUP BY GROUPING SETS ((bid, month), (month))
)
INSERT INTO stats.board_month AS b (bid, posts, edits, length, threads, active_users, month)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), month
FROM numbers LEFT JOIN users USING (bid, month)
ORDER BY bid, month
ON CONFLICT (bid, month) DO UPDATE
SET posts = b.posts + excluded.posts, edits = b.edits + excluded.edits, length = b.length + excluded.length,
    threads = b.threads + excluded.threads, active_users = b.active_users + excluded.active_users
