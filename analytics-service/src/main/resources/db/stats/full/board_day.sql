SELECT coalesce(bid, 0) AS bid, sum(edits)::bigint AS edits, sum(length)::bigint AS length, sum(posts)::integer AS posts,
    sum(threads)::integer AS threads, count(DISTINCT uid)::integer AS active_users, day
FROM stats.next_user_hour
GROUP BY GROUPING SETS ((bid, day), (day))
