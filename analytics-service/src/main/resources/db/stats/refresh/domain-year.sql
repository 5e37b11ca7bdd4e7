-- What is linked to, in each year and all, by each type and all of them.
INSERT INTO stats.domain_year AS d (count, year, type, domain)
SELECT sum(count), coalesce(year, 0), coalesce(type, 'all'), domain
FROM changed_links
GROUP BY domain, GROUPING SETS ((year, type), (year), (type), ())
HAVING sum(count) <> 0
ON CONFLICT (year, type, domain) DO UPDATE SET count = d.count + excluded.count
