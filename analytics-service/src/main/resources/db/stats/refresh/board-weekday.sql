-- The weekdays, in each scope, from the hours of the week.
WITH dirty AS (
    SELECT DISTINCT scope.bid, scope.year, h.weekday
    FROM changed_hours h
    CROSS JOIN LATERAL (VALUES (h.bid, h.year), (0, h.year), (h.bid, 0), (0, 0)) scope (bid, year)
), fresh AS MATERIALIZED (
    SELECT d.bid, d.year, d.weekday,
        sum(b.posts) AS posts, sum(b.edits) AS edits, sum(b.length) AS length, sum(b.threads) AS threads
    FROM dirty d
    JOIN stats.board_hour b ON b.bid = d.bid AND b.year = d.year AND b.weekday = d.weekday
    GROUP BY d.bid, d.year, d.weekday
), gone AS (
    DELETE FROM stats.board_weekday b USING dirty d
    WHERE b.bid = d.bid AND b.year = d.year AND b.weekday = d.weekday
        AND NOT EXISTS (
            SELECT FROM fresh f WHERE f.bid = b.bid AND f.year = b.year AND f.weekday = b.weekday
        )
)
INSERT INTO stats.board_weekday AS b (bid, posts, edits, length, threads, active_users, year, weekday)
SELECT f.bid, f.posts, f.edits, f.length, f.threads, coalesce(m.users, 0), f.year, f.weekday
FROM fresh f LEFT JOIN moved_hours m
    ON m.bid = f.bid AND m.year = f.year AND m.weekday = f.weekday AND m.hour = -1
ON CONFLICT (bid, year, weekday) DO UPDATE
SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
    active_users = b.active_users + excluded.active_users
