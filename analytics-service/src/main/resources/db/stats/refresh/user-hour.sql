-- The finest rollup, for the dirty days of users.
WITH fresh AS MATERIALIZED (
    SELECT uid, day, hour, bid, sum(posts) AS posts, sum(edits) AS edits, sum(length) AS length,
        sum(threads) AS threads, sum(quotes) AS quotes, sum(quoted) AS quoted
    FROM (
        SELECT uid, day, hour, bid, 1 AS posts, edits, length, 0 AS threads, 0 AS quotes, 0 AS quoted
        FROM dirty_posts
        UNION ALL
        SELECT uid, day, hour, bid, 0, 0, 0, 1, 0, 0
        FROM dirty_user_days
        JOIN stats.thread_starts USING (uid, day)
        UNION ALL
        SELECT uid, day, hour, bid, 0, 0, 0, 0, 1, 0
        FROM dirty_quotes
        UNION ALL
        SELECT p.uid, p.day, p.hour, p.bid, 0, 0, 0, 0, 0, 1
        FROM dirty_posts p
        JOIN stats.quote_edges e ON e.quoted_pid = p.pid
        JOIN forum.posts q ON q.pid = e.pid
        JOIN forum.threads t ON t.tid = q.tid
        WHERE NOT q.gone
    )
    GROUP BY uid, day, hour, bid
), gone AS (
    DELETE FROM stats.user_hour h USING dirty_user_days d
    WHERE h.uid = d.uid AND h.day = d.day
        AND NOT EXISTS (
            SELECT FROM fresh f WHERE f.uid = h.uid AND f.day = h.day AND f.hour = h.hour AND f.bid = h.bid
        )
    RETURNING h.uid, h.bid, -h.edits AS edits, -h.length AS length, -h.posts AS posts, -h.threads AS threads,
        -h.quotes AS quotes, -h.quoted AS quoted, h.day, h.hour, -1 AS presence
), written AS (
    INSERT INTO stats.user_hour AS h (uid, bid, edits, length, posts, threads, quotes, quoted, day, hour)
    SELECT uid, bid, edits, length, posts, threads, quotes, quoted, day, hour FROM fresh
    ON CONFLICT (uid, day, hour, bid) DO UPDATE
    SET edits = excluded.edits, length = excluded.length, posts = excluded.posts, threads = excluded.threads,
        quotes = excluded.quotes, quoted = excluded.quoted
    WHERE (h.edits, h.length, h.posts, h.threads, h.quotes, h.quoted) IS DISTINCT FROM
        (excluded.edits, excluded.length, excluded.posts, excluded.threads, excluded.quotes, excluded.quoted)
    RETURNING h.uid, h.bid, h.edits - coalesce(old.edits, 0) AS edits, h.length - coalesce(old.length, 0) AS length,
        h.posts - coalesce(old.posts, 0) AS posts, h.threads - coalesce(old.threads, 0) AS threads,
        h.quotes - coalesce(old.quotes, 0) AS quotes, h.quoted - coalesce(old.quoted, 0) AS quoted, h.day, h.hour,
        (old.uid IS NULL)::int AS presence
)
INSERT INTO changed_hours
    (uid, bid, edits, length, posts, threads, quotes, quoted, day, year, weekday, hour, presence)
SELECT uid, bid, edits, length, posts, threads, quotes, quoted,
    day, extract(year FROM day), extract(isodow FROM day), hour, presence
FROM (SELECT * FROM gone UNION ALL SELECT * FROM written)
