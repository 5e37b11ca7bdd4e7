INSERT INTO next_board_weekday (bid, posts, edits, length, threads, active_users, year, weekday)
SELECT bid, sum(posts), sum(edits), sum(length), sum(threads), users, year, weekday
FROM next_board_hour
JOIN (
    SELECT bid, year, weekday, count(*) AS users
    FROM next_poster_year
    CROSS JOIN generate_series(1, 7) AS weekday
    WHERE substring(hours FROM weekday * 24 - 23 FOR 24) <> 0::bit(24)
    GROUP BY bid, year, weekday
) USING (bid, year, weekday)
GROUP BY bid, year, weekday, users
