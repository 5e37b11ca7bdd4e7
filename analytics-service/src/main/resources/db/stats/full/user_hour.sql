INSERT INTO next_user_hour (uid, bid, edits, length, posts, threads, quotes, quoted, day, hour)
SELECT uid, bid, sum(edits), sum(length), sum(posts), sum(threads), sum(quotes), sum(quoted), day, hour
FROM (
    SELECT uid, bid, edits, length, 1 AS posts, 0 AS threads, 0 AS quotes, 0 AS quoted, day, hour FROM counted_posts
    UNION ALL SELECT uid, bid, 0, 0, 0, 1, 0, 0, day, hour FROM next_thread_starts
    UNION ALL SELECT uid, bid, 0, 0, 0, 0, 1, 0, day, hour FROM counted_quotes
    UNION ALL SELECT to_uid, to_bid, 0, 0, 0, 0, 0, 1, to_day, to_hour FROM counted_quotes
)
GROUP BY uid, day, hour, bid
