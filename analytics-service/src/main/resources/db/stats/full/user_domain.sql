SELECT uid, sum(count)::bigint AS count, coalesce(year, 0) AS year, coalesce(type, 'all') AS type, domain
FROM (SELECT uid, count, extract(year FROM day)::int AS year, type, domain FROM stats.next_link_day)
GROUP BY uid, domain, GROUPING SETS ((year, type), (year), (type), ())
