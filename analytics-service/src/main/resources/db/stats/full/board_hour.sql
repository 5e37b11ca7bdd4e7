SELECT coalesce(bid, 0) AS bid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
    sum(threads)::bigint AS threads, count(DISTINCT uid) AS active_users, coalesce(year, 0) AS year, weekday, hour
FROM (
    SELECT uid, bid, posts, edits, length, threads,
        extract(year FROM day)::int AS year, extract(isodow FROM day)::smallint AS weekday, hour
    FROM stats.next_user_hour
)
GROUP BY weekday, hour, GROUPING SETS ((bid, year), (year), (bid), ())
