-- A board's years, from its days. Their users are too many to be counted again: those who came and went are.
WITH dirty AS (
    SELECT bid, year FROM changed_hours UNION SELECT 0, year FROM changed_hours
), moved AS MATERIALIZED (
    SELECT bid, year, count(*) FILTER (WHERE hours_before IS NULL) - count(*) FILTER (WHERE hours_after IS NULL) AS users
    FROM moved_posters
    GROUP BY bid, year
), fresh AS MATERIALIZED (
    SELECT d.bid, d.year,
        sum(b.posts) AS posts, sum(b.edits) AS edits, sum(b.length) AS length, sum(b.threads) AS threads
    FROM dirty d
    JOIN stats.board_day b
        ON b.bid = d.bid AND b.day >= make_date(d.year, 1, 1) AND b.day < make_date(d.year + 1, 1, 1)
    GROUP BY d.bid, d.year
), gone AS (
    DELETE FROM stats.board_year b USING dirty d
    WHERE b.bid = d.bid AND b.year = d.year
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.bid = b.bid AND f.year = b.year)
)
INSERT INTO stats.board_year AS b (bid, posts, edits, length, threads, active_users, year)
SELECT bid, posts, edits, length, threads, coalesce(users, 0), year FROM fresh LEFT JOIN moved USING (bid, year)
ON CONFLICT (bid, year) DO UPDATE
SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
    active_users = b.active_users + excluded.active_users
