DELETE FROM stats.domain_year d USING changed_links c
WHERE c.count < 0 AND d.year IN (c.year, 0) AND d.type IN (c.type, 'all') AND d.domain = c.domain AND d.count = 0
