-- A day may be longer or shorter than the clock says: posts are looked for some hours around it, and their own day decides.
INSERT INTO dirty_posts (pid, uid, bid, edits, length, day, hour)
SELECT p.pid, p.uid, t.bid, p.edit_count, p.content_length, d.day, extract(hour FROM p.posted_at)
FROM dirty_user_days d
JOIN forum.posts p ON p.uid = d.uid
    AND p.posted_at >= d.day::timestamptz - interval '3 hours'
    AND p.posted_at < (d.day + 1)::timestamptz + interval '3 hours'
JOIN forum.threads t USING (tid)
WHERE NOT p.gone AND p.posted_at::date = d.day
