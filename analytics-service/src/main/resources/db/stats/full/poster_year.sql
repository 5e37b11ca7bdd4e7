INSERT INTO next_poster_year (bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, last_day, hours)
SELECT coalesce(bid, 0), uid, sum(posts), sum(edits), sum(length), sum(threads), sum(quotes), sum(quoted),
    coalesce(year, 0), min(day), max(day), bit_or(hour)
FROM (
    SELECT uid, bid, posts, edits, length, threads, quotes, quoted, day, extract(year FROM day)::int AS year,
        set_bit(0::bit(168), (extract(isodow FROM day)::int - 1) * 24 + hour, 1) AS hour
    FROM next_user_hour
)
GROUP BY GROUPING SETS ((uid, year, bid), (uid, year), (uid, bid), (uid))
