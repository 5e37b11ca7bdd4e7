-- Which hours of the week, and which weekdays (hour -1), users came into or left: only where a row of user_hour appeared
-- or disappeared can a bit have changed.
WITH moved AS MATERIALIZED (
    SELECT DISTINCT m.bid, m.year, m.uid, m.hours_before, m.hours_after, h.weekday, h.hour
    FROM changed_hours h
    CROSS JOIN LATERAL (VALUES (h.bid, h.year), (0, h.year), (h.bid, 0), (0, 0)) scope (bid, year)
    JOIN moved_posters m ON m.uid = h.uid AND m.bid = scope.bid AND m.year = scope.year
    WHERE h.presence <> 0
)
INSERT INTO moved_hours (bid, year, weekday, hour, users)
SELECT bid, year, weekday, hour,
    sum(coalesce(get_bit(hours_after, (weekday - 1) * 24 + hour), 0)
        - coalesce(get_bit(hours_before, (weekday - 1) * 24 + hour), 0)) AS users
FROM moved
GROUP BY bid, year, weekday, hour
UNION ALL
SELECT bid, year, weekday, -1,
    sum(coalesce(substring(hours_after FROM (weekday - 1) * 24 + 1 FOR 24) <> 0::bit(24), false)::int
        - coalesce(substring(hours_before FROM (weekday - 1) * 24 + 1 FOR 24) <> 0::bit(24), false)::int) AS users
FROM (SELECT DISTINCT bid, year, uid, hours_before, hours_after, weekday FROM moved)
GROUP BY bid, year, weekday
