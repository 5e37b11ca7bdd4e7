-- The quotes that count: both posts do.
SELECT p.uid, p.bid, p.day, p.hour, e.count,
    q.uid AS to_uid, q.bid AS to_bid, q.day AS to_day, q.hour AS to_hour
FROM stats.next_quote_edges e
JOIN stats.next_counted_posts p USING (pid)
JOIN stats.next_counted_posts q ON q.pid = e.quoted_pid
