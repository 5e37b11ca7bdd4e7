-- All years of a board and of all boards, from the years.
WITH dirty AS (
    SELECT bid FROM changed_hours UNION SELECT 0 FROM changed_hours
), moved AS MATERIALIZED (
    SELECT bid, count(*) FILTER (WHERE hours_before IS NULL) - count(*) FILTER (WHERE hours_after IS NULL) AS users
    FROM moved_posters
    WHERE year = 0
    GROUP BY bid
), fresh AS MATERIALIZED (
    SELECT d.bid, sum(b.posts) AS posts, sum(b.edits) AS edits, sum(b.length) AS length, sum(b.threads) AS threads
    FROM dirty d
    JOIN stats.board_year b ON b.bid = d.bid AND b.year <> 0
    GROUP BY d.bid
), gone AS (
    DELETE FROM stats.board_year b USING dirty d
    WHERE b.bid = d.bid AND b.year = 0 AND NOT EXISTS (SELECT FROM fresh f WHERE f.bid = b.bid)
)
INSERT INTO stats.board_year AS b (bid, posts, edits, length, threads, active_users, year)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), 0 FROM fresh LEFT JOIN moved USING (bid)
ON CONFLICT (bid, year) DO UPDATE
SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
    active_users = b.active_users + excluded.active_users
