DELETE FROM stats.quote_relation r USING changed_quotes c
WHERE c.count < 0 AND r.bid IN (c.bid, 0) AND r.year IN (c.year, 0) AND r.from_uid = c.uid AND r.to_uid = c.to_uid
    AND r.count = 0
