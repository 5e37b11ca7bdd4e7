INSERT INTO next_quote_relation (bid, from_uid, to_uid, count, year)
SELECT coalesce(bid, 0), uid, to_uid, sum(count), coalesce(year, 0)
FROM (SELECT uid, to_uid, bid, count, extract(year FROM day)::int AS year FROM next_quote_day)
GROUP BY uid, to_uid, GROUPING SETS ((bid, year), (year), (bid), ())
