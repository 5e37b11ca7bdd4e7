INSERT INTO next_user_domain (uid, count, year, type, domain)
SELECT uid, sum(count), coalesce(year, 0), coalesce(type, 'all'), domain
FROM (SELECT uid, count, extract(year FROM day)::int AS year, type, domain FROM next_link_day)
GROUP BY uid, domain, GROUPING SETS ((year, type), (year), (type), ())
