-- The years of users, each and all, in each board and in all of them.
WITH written AS (
    INSERT INTO stats.poster_year AS y
        (bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, last_day, hours)
    SELECT coalesce(bid, 0), uid, sum(posts), sum(edits), sum(length), sum(threads), sum(quotes), sum(quoted),
        coalesce(year, 0),
        coalesce(min(day) FILTER (WHERE presence >= 0), 'infinity'),
        coalesce(max(day) FILTER (WHERE presence >= 0), '-infinity'),
        coalesce(
            bit_or(set_bit(0::bit(168), (weekday - 1) * 24 + hour, 1)) FILTER (WHERE presence >= 0),
            0::bit(168))
    FROM changed_hours
    GROUP BY GROUPING SETS ((uid, year, bid), (uid, year), (uid, bid), (uid))
    ORDER BY 1, 9, 2
    ON CONFLICT (bid, year, uid) DO UPDATE
    SET posts = y.posts + excluded.posts, edits = y.edits + excluded.edits, length = y.length + excluded.length,
        threads = y.threads + excluded.threads, quotes = y.quotes + excluded.quotes, quoted = y.quoted + excluded.quoted,
        first_day = least(y.first_day, excluded.first_day), last_day = greatest(y.last_day, excluded.last_day),
        hours = y.hours | excluded.hours
    RETURNING y.bid, y.uid, y.year, old.hours AS hours_before, new.hours AS hours_after
)
INSERT INTO moved_posters (bid, uid, year, hours_before, hours_after)
SELECT bid, uid, year, hours_before, hours_after FROM written
