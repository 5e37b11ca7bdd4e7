-- The weekdays at which users have other hours now, as the 24 bits of that day.
INSERT INTO moved_weekdays (bid, year, weekday, day_before, day_after)
SELECT bid, year, weekday, day_before, day_after
FROM moved_posters
CROSS JOIN generate_series(1, 7) AS weekday
CROSS JOIN LATERAL (
    SELECT coalesce(substring(hours_before FROM weekday * 24 - 23 FOR 24), 0::bit(24))::bit(24) AS day_before,
        coalesce(substring(hours_after FROM weekday * 24 - 23 FOR 24), 0::bit(24))::bit(24) AS day_after
)
WHERE hours_before IS DISTINCT FROM hours_after AND day_before <> day_after
