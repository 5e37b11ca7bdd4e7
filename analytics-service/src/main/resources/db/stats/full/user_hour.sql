SELECT uid, bid, sum(edits)::bigint AS edits, sum(length)::bigint AS length, sum(posts)::integer AS posts,
    sum(threads)::integer AS threads, sum(quotes)::integer AS quotes, sum(quoted)::integer AS quoted, day, hour
FROM (
    SELECT uid, bid, edits, length, 1 AS posts, 0 AS threads, 0 AS quotes, 0 AS quoted, day, hour
    FROM stats.next_counted_posts
    UNION ALL SELECT uid, bid, 0, 0, 0, 1, 0, 0, day, hour FROM stats.next_thread_starts
    UNION ALL SELECT uid, bid, 0, 0, 0, 0, 1, 0, day, hour FROM stats.next_counted_quotes
    UNION ALL SELECT to_uid, to_bid, 0, 0, 0, 0, 0, 1, to_day, to_hour FROM stats.next_counted_quotes
)
GROUP BY uid, day, hour, bid
