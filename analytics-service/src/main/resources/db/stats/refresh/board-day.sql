-- A board's days, from the hours of its users: each user is in a day once.
WITH dirty AS (
    SELECT DISTINCT bid, day FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT d.bid, d.day,
        sum(h.posts) AS posts, sum(h.edits) AS edits, sum(h.length) AS length, sum(h.threads) AS threads,
        count(DISTINCT h.uid) AS active_users
    FROM dirty d
    JOIN stats.user_hour h ON h.day = d.day AND h.bid = d.bid
    GROUP BY d.bid, d.day
), gone AS (
    DELETE FROM stats.board_day b USING dirty d
    WHERE b.bid = d.bid AND b.day = d.day
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.bid = b.bid AND f.day = b.day)
)
INSERT INTO stats.board_day AS b (bid, edits, length, posts, threads, active_users, day)
SELECT bid, edits, length, posts, threads, active_users, day FROM fresh
ON CONFLICT (bid, day) DO UPDATE
SET edits = excluded.edits, length = excluded.length, posts = excluded.posts, threads = excluded.threads,
    active_users = excluded.active_users
