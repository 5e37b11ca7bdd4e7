-- Who quotes whom, in each year and all, in each board and in all of them.
INSERT INTO stats.quote_relation AS r (bid, from_uid, to_uid, count, year)
SELECT coalesce(bid, 0), uid, to_uid, sum(count), coalesce(year, 0)
FROM changed_quotes
GROUP BY uid, to_uid, GROUPING SETS ((bid, year), (year), (bid), ())
HAVING sum(count) <> 0
ON CONFLICT (bid, year, from_uid, to_uid) DO UPDATE SET count = r.count + excluded.count
