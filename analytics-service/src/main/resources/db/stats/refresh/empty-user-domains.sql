DELETE FROM stats.user_domain u USING changed_links c
WHERE c.count < 0 AND u.year IN (c.year, 0) AND u.type IN (c.type, 'all') AND u.uid = c.uid AND u.domain = c.domain
    AND u.count = 0
