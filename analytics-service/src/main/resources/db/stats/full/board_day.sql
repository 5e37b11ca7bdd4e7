INSERT INTO next_board_day (bid, edits, length, posts, threads, active_users, day)
SELECT coalesce(bid, 0), sum(edits), sum(length), sum(posts), sum(threads), count(DISTINCT uid), day
FROM next_user_hour
GROUP BY GROUPING SETS ((bid, day), (day))
