-- Who quoted whom on the dirty days of users.
WITH fresh AS MATERIALIZED (
    SELECT uid, day, to_uid, bid, sum(count) AS count FROM dirty_quotes GROUP BY uid, day, to_uid, bid
), gone AS (
    DELETE FROM stats.quote_day q USING dirty_user_days d
    WHERE q.uid = d.uid AND q.day = d.day
        AND NOT EXISTS (
            SELECT FROM fresh f WHERE f.uid = q.uid AND f.day = q.day AND f.to_uid = q.to_uid AND f.bid = q.bid
        )
    RETURNING q.uid, q.to_uid, q.bid, -q.count AS count, q.day
), written AS (
    INSERT INTO stats.quote_day AS q (uid, to_uid, bid, count, day)
    SELECT uid, to_uid, bid, count, day FROM fresh
    ON CONFLICT (uid, day, to_uid, bid) DO UPDATE SET count = excluded.count
    WHERE q.count <> excluded.count
    RETURNING q.uid, q.to_uid, q.bid, q.count - coalesce(old.count, 0) AS count, q.day
)
INSERT INTO changed_quotes (uid, to_uid, bid, count, year)
SELECT uid, to_uid, bid, count, extract(year FROM day) FROM (SELECT * FROM gone UNION ALL SELECT * FROM written)
