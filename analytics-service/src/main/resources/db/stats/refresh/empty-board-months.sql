DELETE FROM stats.board_month b USING changed_hours c
WHERE c.presence = -1 AND b.month = date_trunc('month', c.day::timestamp)::date AND b.bid IN (c.bid, 0) AND b.posts = 0
