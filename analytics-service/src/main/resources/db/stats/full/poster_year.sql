SELECT coalesce(bid, 0) AS bid, uid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits,
    sum(length)::bigint AS length, sum(threads)::bigint AS threads, sum(quotes)::bigint AS quotes,
    sum(quoted)::bigint AS quoted, coalesce(year, 0) AS year, min(day) AS first_day, max(day) AS last_day,
    bit_or(hour) AS hours
FROM (
    SELECT uid, bid, posts, edits, length, threads, quotes, quoted, day, extract(year FROM day)::int AS year,
        set_bit(0::bit(168), (extract(isodow FROM day)::int - 1) * 24 + hour, 1) AS hour
    FROM stats.next_user_hour
)
GROUP BY GROUPING SETS ((uid, year, bid), (uid, year), (uid, bid), (uid))
