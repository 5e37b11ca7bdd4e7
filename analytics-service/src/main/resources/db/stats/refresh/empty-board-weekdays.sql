DELETE FROM stats.board_weekday b USING changed_hours c
WHERE c.presence = -1 AND b.bid IN (c.bid, 0) AND b.year IN (c.year, 0) AND b.weekday = c.weekday AND b.posts = 0
