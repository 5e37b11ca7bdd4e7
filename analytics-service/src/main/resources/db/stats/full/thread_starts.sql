SELECT tid, pid, uid, bid, day, hour
FROM (SELECT min(pid) AS pid FROM stats.next_counted_posts GROUP BY tid)
JOIN stats.next_counted_posts USING (pid)
