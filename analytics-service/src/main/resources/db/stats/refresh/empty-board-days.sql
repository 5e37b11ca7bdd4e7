DELETE FROM stats.board_day b USING changed_hours c
WHERE c.presence = -1 AND b.day = c.day AND b.bid IN (c.bid, 0) AND b.posts = 0
