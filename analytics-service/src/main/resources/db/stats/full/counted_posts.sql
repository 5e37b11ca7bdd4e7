-- The posts that count, where and when.
SELECT p.pid, p.tid, p.uid, t.bid, p.edit_count AS edits, p.content_length AS length,
    p.posted_at::date AS day, extract(hour FROM p.posted_at)::smallint AS hour
FROM forum.posts p
JOIN forum.threads t USING (tid)
WHERE NOT p.gone
