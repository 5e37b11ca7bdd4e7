SELECT sum(count)::bigint AS count, year, type, domain
FROM stats.next_user_domain
GROUP BY year, type, domain
