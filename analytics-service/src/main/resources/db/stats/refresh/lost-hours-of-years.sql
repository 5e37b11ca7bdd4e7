-- Where an hour of a user disappeared, whether he has it still on another day, and his first and last day, must be looked up.
WITH fresh AS MATERIALIZED (
    SELECT coalesce(h.bid, 0) AS bid, d.year, d.uid, min(h.day) AS first_day, max(h.day) AS last_day,
        bit_or(set_bit(0::bit(168), (extract(isodow FROM h.day)::int - 1) * 24 + h.hour, 1)) AS hours
    FROM (SELECT DISTINCT uid, year FROM changed_hours WHERE presence = -1) d
    JOIN stats.user_hour h
        ON h.uid = d.uid AND h.day >= make_date(d.year, 1, 1) AND h.day < make_date(d.year + 1, 1, 1)
    GROUP BY GROUPING SETS ((d.year, d.uid, h.bid), (d.year, d.uid))
)
UPDATE stats.poster_year y SET first_day = f.first_day, last_day = f.last_day, hours = f.hours
FROM fresh f
WHERE f.bid = y.bid AND f.year = y.year AND f.uid = y.uid
    AND (f.first_day, f.last_day, f.hours) IS DISTINCT FROM (y.first_day, y.last_day, y.hours)
