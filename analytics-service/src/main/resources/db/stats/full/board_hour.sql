INSERT INTO next_board_hour (bid, posts, edits, length, threads, active_users, year, weekday, hour)
SELECT coalesce(bid, 0), sum(posts), sum(edits), sum(length), sum(threads), count(DISTINCT uid),
    coalesce(year, 0), weekday, hour
FROM (
    SELECT uid, bid, posts, edits, length, threads,
        extract(year FROM day)::int AS year, extract(isodow FROM day)::int AS weekday, hour
    FROM next_user_hour
)
GROUP BY weekday, hour, GROUPING SETS ((bid, year), (year), (bid), ())
