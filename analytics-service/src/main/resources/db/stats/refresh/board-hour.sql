-- The hours of the week of a board's year, from the hours of its users.
WITH dirty AS (
    SELECT DISTINCT bid, year, weekday, hour FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT d.bid, d.year, d.weekday, d.hour,
        sum(h.posts) AS posts, sum(h.edits) AS edits, sum(h.length) AS length, sum(h.threads) AS threads
    FROM dirty d
    JOIN stats.user_hour h
        ON h.bid = d.bid AND h.year = d.year AND h.weekday = d.weekday AND h.hour = d.hour
    GROUP BY d.bid, d.year, d.weekday, d.hour
), gone AS (
    DELETE FROM stats.board_hour b USING dirty d
    WHERE b.bid = d.bid AND b.year = d.year AND b.weekday = d.weekday AND b.hour = d.hour
        AND NOT EXISTS (
            SELECT FROM fresh f
            WHERE f.bid = b.bid AND f.year = b.year AND f.weekday = b.weekday AND f.hour = b.hour
        )
)
INSERT INTO stats.board_hour AS b (bid, posts, edits, length, threads, active_users, year, weekday, hour)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), year, weekday, hour
FROM fresh LEFT JOIN moved_hours USING (bid, year, weekday, hour)
ON CONFLICT (bid, year, weekday, hour) DO UPDATE
SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
    active_users = b.active_users + excluded.active_users
