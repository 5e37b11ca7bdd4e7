-- A user's years, in each board and in all of them, from his hours.
WITH dirty AS (
    SELECT DISTINCT uid, year FROM changed_hours
), fresh AS MATERIALIZED (
    SELECT coalesce(h.bid, 0) AS bid, d.year, d.uid,
        sum(h.posts) AS posts, sum(h.edits) AS edits, sum(h.length) AS length, sum(h.threads) AS threads,
        sum(h.quotes) AS quotes, sum(h.quoted) AS quoted, min(h.day) AS first_day,
        bit_or(set_bit(0::bit(168), (h.weekday - 1) * 24 + h.hour, 1)) AS hours
    FROM dirty d
    JOIN stats.user_hour h
        ON h.uid = d.uid AND h.day >= make_date(d.year, 1, 1) AND h.day < make_date(d.year + 1, 1, 1)
    GROUP BY GROUPING SETS ((d.year, d.uid, h.bid), (d.year, d.uid))
), gone AS (
    DELETE FROM stats.poster_year y USING dirty d
    WHERE y.uid = d.uid AND y.year = d.year
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.bid = y.bid AND f.year = y.year AND f.uid = y.uid)
    RETURNING y.bid, y.uid, y.year, y.hours
), written AS (
    INSERT INTO stats.poster_year AS y
        (bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, hours)
    SELECT bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, hours FROM fresh
    ON CONFLICT (bid, year, uid) DO UPDATE
    SET posts = excluded.posts, edits = excluded.edits, length = excluded.length, threads = excluded.threads,
        quotes = excluded.quotes, quoted = excluded.quoted, first_day = excluded.first_day, hours = excluded.hours
    WHERE (y.posts, y.edits, y.length, y.threads, y.quotes, y.quoted, y.first_day, y.hours) IS DISTINCT FROM
        (excluded.posts, excluded.edits, excluded.length, excluded.threads, excluded.quotes, excluded.quoted,
            excluded.first_day, excluded.hours)
    RETURNING y.bid, y.uid, y.year, old.hours AS hours_before, new.hours AS hours_after
)
INSERT INTO moved_posters (bid, uid, year, hours_before, hours_after)
SELECT bid, uid, year, hours, NULL FROM gone
UNION ALL
SELECT bid, uid, year, hours_before, hours_after FROM written WHERE hours_before IS DISTINCT FROM hours_after
