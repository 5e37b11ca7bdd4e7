INSERT INTO next_board_weekday (bid, posts, edits, length, threads, active_users, year, weekday)
SELECT coalesce(bid, 0), sum(posts), sum(edits), sum(length), sum(threads), count(DISTINCT uid),
    coalesce(year, 0), weekday
FROM (
    SELECT uid, bid, posts, edits, length, threads,
        extract(year FROM day)::int AS year, extract(isodow FROM day)::int AS weekday
    FROM next_user_hour
)
GROUP BY weekday, GROUPING SETS ((bid, year), (year), (bid), ())
