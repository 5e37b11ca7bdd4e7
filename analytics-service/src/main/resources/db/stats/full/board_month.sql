SELECT coalesce(bid, 0) AS bid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
    sum(threads)::bigint AS threads, count(DISTINCT uid) AS active_users, month
FROM (
    SELECT uid, bid, posts, edits, length, threads, date_trunc('month', day::timestamp)::date AS month
    FROM stats.next_user_hour
)
GROUP BY GROUPING SETS ((bid, month), (month))
