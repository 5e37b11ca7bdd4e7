-- The quotes that count: both posts do.
CREATE TEMP TABLE counted_quotes ON COMMIT DROP AS
SELECT p.uid, p.bid, p.day, p.hour, e.count,
    q.uid AS to_uid, q.bid AS to_bid, q.day AS to_day, q.hour AS to_hour
FROM next_quote_edges e
JOIN counted_posts p USING (pid)
JOIN counted_posts q ON q.pid = e.quoted_pid
