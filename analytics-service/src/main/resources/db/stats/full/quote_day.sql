SELECT uid, to_uid, bid, sum(count)::integer AS count, day
FROM stats.next_counted_quotes
GROUP BY uid, to_uid, bid, day
