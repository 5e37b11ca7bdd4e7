INSERT INTO next_thread_starts (tid, pid, uid, bid, day, hour)
SELECT p.tid, p.pid, p.uid, t.bid, p.posted_at::date, extract(hour FROM p.posted_at)
FROM (SELECT tid, min(pid) AS pid FROM forum.posts WHERE NOT gone GROUP BY tid) first
JOIN forum.posts p USING (pid)
JOIN forum.threads t ON t.tid = p.tid
