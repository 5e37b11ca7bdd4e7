SELECT coalesce(bid, 0) AS bid, uid AS from_uid, to_uid, sum(count)::bigint AS count, coalesce(year, 0) AS year
FROM (SELECT uid, to_uid, bid, count, extract(year FROM day)::int AS year FROM stats.next_quote_day)
GROUP BY uid, to_uid, GROUPING SETS ((bid, year), (year), (bid), ())
