SELECT bid, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(length)::bigint AS length,
    sum(threads)::bigint AS threads, count(*) AS active_users, year
FROM stats.next_poster_year
GROUP BY bid, year
