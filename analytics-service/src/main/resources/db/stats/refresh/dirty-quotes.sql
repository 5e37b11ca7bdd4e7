-- A quote counts only if the quoted post does.
INSERT INTO dirty_quotes (uid, to_uid, bid, count, day, hour)
SELECT p.uid, q.uid, p.bid, e.count, p.day, p.hour
FROM dirty_posts p
JOIN stats.quote_edges e USING (pid)
JOIN forum.posts q ON q.pid = e.quoted_pid
JOIN forum.threads t ON t.tid = q.tid
WHERE NOT q.gone
