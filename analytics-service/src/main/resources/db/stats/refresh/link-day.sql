-- What users linked to on their dirty days.
WITH fresh AS MATERIALIZED (
    SELECT uid, day, bid, type, domain, sum(count) AS count
    FROM dirty_posts
    JOIN stats.link_edges USING (pid)
    GROUP BY uid, day, bid, type, domain
), gone AS (
    DELETE FROM stats.link_day l USING dirty_user_days d
    WHERE l.uid = d.uid AND l.day = d.day
        AND NOT EXISTS (
            SELECT FROM fresh f
            WHERE f.uid = l.uid AND f.day = l.day AND f.bid = l.bid AND f.type = l.type AND f.domain = l.domain
        )
    RETURNING l.uid, l.bid, -l.count AS count, l.day, l.type, l.domain
), written AS (
    INSERT INTO stats.link_day AS l (uid, bid, count, day, type, domain)
    SELECT uid, bid, count, day, type, domain FROM fresh
    ON CONFLICT (uid, day, bid, type, domain) DO UPDATE SET count = excluded.count
    WHERE l.count <> excluded.count
    RETURNING l.uid, l.bid, l.count - coalesce(old.count, 0) AS count, l.day, l.type, l.domain
)
INSERT INTO changed_links (uid, bid, count, year, type, domain)
SELECT uid, bid, count, extract(year FROM day), type, domain
FROM (SELECT * FROM gone UNION ALL SELECT * FROM written)
