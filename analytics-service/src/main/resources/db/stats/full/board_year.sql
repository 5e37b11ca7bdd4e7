INSERT INTO next_board_year (bid, posts, edits, length, threads, active_users, year)
SELECT bid, sum(posts), sum(edits), sum(length), sum(threads), count(*), year
FROM next_poster_year
GROUP BY bid, year
