INSERT INTO next_link_day (uid, bid, count, day, type, domain)
SELECT uid, bid, sum(count), day, type, domain
FROM counted_posts
JOIN next_link_edges USING (pid)
GROUP BY uid, bid, day, type, domain
