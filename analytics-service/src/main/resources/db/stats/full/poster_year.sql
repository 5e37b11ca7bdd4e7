INSERT INTO next_poster_year (bid, uid, posts, edits, length, threads, quotes, quoted, year, first_day, hours)
SELECT coalesce(bid, 0), uid, sum(posts), sum(edits), sum(length), sum(threads), sum(quotes), sum(quoted),
    coalesce(year, 0), min(day), bit_or(set_bit(0::bit(168), (weekday - 1) * 24 + hour, 1))
FROM next_user_hour
GROUP BY GROUPING SETS ((uid, year, bid), (uid, year), (uid, bid), (uid))
