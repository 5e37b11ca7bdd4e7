SELECT uid, bid, sum(count)::integer AS count, day, type, domain
FROM stats.next_counted_posts
JOIN stats.next_link_edges USING (pid)
GROUP BY uid, bid, day, type, domain
