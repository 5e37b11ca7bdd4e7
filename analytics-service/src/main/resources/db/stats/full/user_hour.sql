INSERT INTO next_user_hour (uid, bid, edits, length, posts, threads, quotes, quoted, day, hour)
SELECT uid, bid, sum(edits), sum(length), sum(posts), sum(threads), 0, 0,
    day, hour
FROM (
    SELECT p.uid, t.bid, p.posted_at::date AS day, extract(hour FROM p.posted_at)::smallint AS hour,
        1 AS posts, p.edit_count AS edits, p.content_length AS length, 0 AS threads
    FROM forum.posts p
    JOIN forum.threads t USING (tid)
    WHERE NOT p.gone
    UNION ALL
    SELECT uid, bid, day, hour, 0, 0, 0, 1 FROM next_thread_starts
)
GROUP BY uid, day, hour, bid
