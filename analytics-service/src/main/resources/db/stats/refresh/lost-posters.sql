-- The hours that users whose hours disappeared are left with: none where they have no post any more.
UPDATE moved_posters m
SET hours_after = (
    SELECT hours FROM stats.poster_year y WHERE y.bid = m.bid AND y.year = m.year AND y.uid = m.uid
)
WHERE m.uid IN (SELECT uid FROM changed_hours WHERE presence = -1)
