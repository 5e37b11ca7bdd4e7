WITH fresh AS MATERIALIZED (
    SELECT y.bid, y.uid, min(y.first_day) AS first_day, max(y.last_day) AS last_day, bit_or(y.hours) AS hours
    FROM (SELECT DISTINCT uid FROM changed_hours WHERE presence = -1) d
    JOIN stats.poster_year y ON y.uid = d.uid AND y.year <> 0
    GROUP BY y.bid, y.uid
)
UPDATE stats.poster_year y SET first_day = f.first_day, last_day = f.last_day, hours = f.hours
FROM fresh f
WHERE f.bid = y.bid AND y.year = 0 AND f.uid = y.uid
    AND (f.first_day, f.last_day, f.hours) IS DISTINCT FROM (y.first_day, y.last_day, y.hours)
