-- What users link to, in each year and all, by each type and all of them.
INSERT INTO stats.user_domain AS u (uid, count, year, type, domain)
SELECT uid, sum(count), coalesce(year, 0), coalesce(type, 'all'), domain
FROM changed_links
GROUP BY uid, domain, GROUPING SETS ((year, type), (year), (type), ())
HAVING sum(count) <> 0
ON CONFLICT (year, type, uid, domain) DO UPDATE SET count = u.count + excluded.count
