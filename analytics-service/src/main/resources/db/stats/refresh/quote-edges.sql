-- Whom the touched posts quote now.
WITH gone AS (
    DELETE FROM stats.quote_edges e USING (SELECT DISTINCT pid FROM touched_posts) t
    WHERE e.pid = t.pid
        AND NOT EXISTS (SELECT FROM fresh_quotes f WHERE f.pid = e.pid AND f.quoted_pid = e.quoted_pid)
    RETURNING e.quoted_pid
), written AS (
    INSERT INTO stats.quote_edges AS e (pid, quoted_pid, count)
    SELECT pid, quoted_pid, count FROM fresh_quotes
    ON CONFLICT (pid, quoted_pid) DO UPDATE SET count = excluded.count
    WHERE e.count <> excluded.count
)
INSERT INTO unquoted_posts (pid)
SELECT quoted_pid FROM gone
