-- The days of all boards: numbers from the boards' days, users counted over all boards at once.
WITH dirty AS (
    SELECT DISTINCT day FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT d.day, sum(b.posts) AS posts, sum(b.edits) AS edits, sum(b.length) AS length, sum(b.threads) AS threads
    FROM dirty d
    JOIN stats.board_day b ON b.day = d.day AND b.bid <> 0
    GROUP BY d.day
), users AS MATERIALIZED (
    SELECT h.day, count(DISTINCT h.uid) AS active_users
    FROM dirty d
    JOIN stats.user_hour h ON h.day = d.day
    GROUP BY h.day
), gone AS (
    DELETE FROM stats.board_day b USING dirty d
    WHERE b.bid = 0 AND b.day = d.day AND NOT EXISTS (SELECT FROM fresh f WHERE f.day = b.day)
)
INSERT INTO stats.board_day AS b (bid, edits, length, posts, threads, active_users, day)
SELECT 0, edits, length, posts, threads, active_users, day FROM fresh JOIN users USING (day)
ON CONFLICT (bid, day) DO UPDATE
SET edits = excluded.edits, length = excluded.length, posts = excluded.posts, threads = excluded.threads,
    active_users = excluded.active_users
