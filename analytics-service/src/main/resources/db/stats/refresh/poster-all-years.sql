-- All years of a user, in each board and in all of them, from his years.
WITH dirty AS (
    SELECT DISTINCT uid FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT y.bid, d.uid,
        sum(y.posts) AS posts, sum(y.edits) AS edits, sum(y.length) AS length, sum(y.threads) AS threads,
        sum(y.quotes) AS quotes, sum(y.quoted) AS quoted, min(y.first_day) AS first_day, bit_or(y.hours) AS hours
    FROM dirty d
    JOIN stats.poster_year y ON y.uid = d.uid AND y.year <> 0
    GROUP BY y.bid, d.uid
), gone AS (
    DELETE FROM stats.poster_year y USING dirty d
    WHERE y.uid = d.uid AND y.year = 0 AND NOT EXISTS (SELECT FROM fresh f WHERE f.bid = y.bid AND f.uid = y.uid)
    RETURNING y.bid, y.uid, y.hours
), written AS (
    INSERT INTO stats.poster_year AS y
        (bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, hours)
    SELECT bid, uid, posts, edits, length, threads, quotes, quoted, 0, first_day, hours FROM fresh
    ON CONFLICT (bid, year, uid) DO UPDATE
    SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
        quotes = excluded.quotes, quoted = excluded.quoted, first_day = excluded.first_day, hours = excluded.hours
    WHERE (y.posts, y.edits, y.length, y.threads, y.quotes, y.quoted, y.first_day, y.hours) IS DISTINCT FROM
        (excluded.posts, excluded.edits, excluded.length, excluded.threads, excluded.quotes, excluded.quoted,
            excluded.first_day, excluded.hours)
    RETURNING y.bid, y.uid, old.hours AS hours_before, new.hours AS hours_after
)
INSERT INTO moved_posters (bid, uid, year, hours_before, hours_after)
SELECT bid, uid, 0, hours, NULL FROM gone
UNION ALL
SELECT bid, uid, 0, hours_before, hours_after FROM written WHERE hours_before IS DISTINCT FROM hours_after
