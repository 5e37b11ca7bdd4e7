-- The first post of each touched thread, and the days at which threads are counted more or less from now on.
WITH dirty AS (
    SELECT tid FROM touched_posts UNION SELECT tid FROM moved_threads
), fresh AS MATERIALIZED (
    SELECT t.tid, p.pid, p.uid, t.bid, p.posted_at::date AS day, extract(hour FROM p.posted_at)::smallint AS hour
    FROM dirty
    JOIN forum.threads t USING (tid)
    CROSS JOIN LATERAL (
        SELECT pid, uid, posted_at FROM forum.posts WHERE tid = t.tid AND NOT gone ORDER BY pid LIMIT 1
    ) p
), gone AS (
    DELETE FROM stats.thread_starts s USING dirty d
    WHERE s.tid = d.tid AND NOT EXISTS (SELECT FROM fresh f WHERE f.tid = s.tid)
    RETURNING s.uid, s.day
), written AS (
    INSERT INTO stats.thread_starts AS s (tid, pid, uid, bid, day, hour)
    SELECT tid, pid, uid, bid, day, hour FROM fresh
    ON CONFLICT (tid) DO UPDATE
    SET pid = excluded.pid, uid = excluded.uid, bid = excluded.bid, day = excluded.day, hour = excluded.hour
    WHERE (s.pid, s.uid, s.bid, s.day, s.hour)
        IS DISTINCT FROM (excluded.pid, excluded.uid, excluded.bid, excluded.day, excluded.hour)
    RETURNING old.uid AS old_uid, old.day AS old_day, new.uid, new.day
)
INSERT INTO moved_starts (uid, day)
SELECT uid, day FROM gone
UNION ALL SELECT uid, day FROM written
UNION ALL SELECT old_uid, old_day FROM written WHERE old_uid IS NOT NULL
