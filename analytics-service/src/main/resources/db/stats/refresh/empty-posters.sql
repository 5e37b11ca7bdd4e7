DELETE FROM stats.poster_year y USING (SELECT DISTINCT uid FROM changed_hours WHERE presence = -1) d
WHERE y.uid = d.uid AND y.posts = 0
