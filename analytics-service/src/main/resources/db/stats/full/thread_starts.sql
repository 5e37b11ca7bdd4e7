INSERT INTO next_thread_starts (tid, pid, uid, bid, day, hour)
SELECT tid, pid, uid, bid, day, hour
FROM (SELECT min(pid) AS pid FROM counted_posts GROUP BY tid)
JOIN counted_posts USING (pid)
