-- What the touched posts link to now.
WITH gone AS (
    DELETE FROM stats.link_edges e USING (SELECT DISTINCT pid FROM touched_posts) t
    WHERE e.pid = t.pid
        AND NOT EXISTS (
            SELECT FROM fresh_links f WHERE f.pid = e.pid AND f.type = e.type AND f.domain = e.domain
        )
)
INSERT INTO stats.link_edges AS e (pid, count, type, domain)
SELECT pid, count, type, domain FROM fresh_links
ON CONFLICT (pid, type, domain) DO UPDATE SET count = excluded.count
WHERE e.count <> excluded.count
