-- The hours of the week in all years, of each board and of all of them, from those of the years.
WITH dirty AS (
    SELECT bid, weekday, hour FROM changed_hours UNION SELECT 0, weekday, hour FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT d.bid, d.weekday, d.hour,
        sum(b.posts) AS posts, sum(b.edits) AS edits, sum(b.length) AS length, sum(b.threads) AS threads
    FROM dirty d
    JOIN stats.board_hour b ON b.bid = d.bid AND b.year <> 0 AND b.weekday = d.weekday AND b.hour = d.hour
    GROUP BY d.bid, d.weekday, d.hour
), gone AS (
    DELETE FROM stats.board_hour b USING dirty d
    WHERE b.bid = d.bid AND b.year = 0 AND b.weekday = d.weekday AND b.hour = d.hour
        AND NOT EXISTS (
            SELECT FROM fresh f WHERE f.bid = b.bid AND f.weekday = b.weekday AND f.hour = b.hour
        )
)
INSERT INTO stats.board_hour AS b (bid, posts, edits, length, threads, active_users, year, weekday, hour)
SELECT f.bid, f.posts, f.edits, f.length, f.threads, coalesce(m.users, 0), 0, f.weekday, f.hour
FROM fresh f LEFT JOIN moved_hours m
    ON m.bid = f.bid AND m.year = 0 AND m.weekday = f.weekday AND m.hour = f.hour
ON CONFLICT (bid, year, weekday, hour) DO UPDATE
SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
    active_users = b.active_users + excluded.active_users
