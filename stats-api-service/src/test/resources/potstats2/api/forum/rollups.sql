-- The rollups of the posts in the temporary table post.
TRUNCATE stats.poster_year, stats.board_year, stats.board_day, stats.board_weekday, stats.board_hour, stats.state;

INSERT INTO stats.state (generation, time_zone) VALUES (1, 'UTC');

CREATE TEMPORARY TABLE counted ON COMMIT DROP AS
SELECT post.*, at::date AS day, extract(year FROM at)::integer AS year, extract(isodow FROM at)::smallint AS weekday,
    extract(hour FROM at)::smallint AS hour,
    (pid = (SELECT min(pid) FROM post first WHERE first.tid = post.tid))::integer AS starts
FROM post;

INSERT INTO stats.poster_year (uid, bid, year, posts, edits, length, threads, quotes, quoted, first_day, last_day, hours)
SELECT uid, coalesce(bid, 0), coalesce(year, 0), count(*), sum(edits), sum(length), sum(starts), 0, 0,
    min(day), max(day), 0::bit(168)
FROM counted
GROUP BY uid, CUBE (bid, year);

INSERT INTO stats.board_year (bid, year, posts, edits, length, threads, active_users)
SELECT coalesce(bid, 0), coalesce(year, 0), count(*), sum(edits), sum(length), sum(starts), count(DISTINCT uid)
FROM counted
GROUP BY CUBE (bid, year);

INSERT INTO stats.board_day (bid, day, posts, edits, length, threads, active_users)
SELECT coalesce(bid, 0), day, count(*), sum(edits), sum(length), sum(starts), count(DISTINCT uid)
FROM counted
GROUP BY day, CUBE (bid);

INSERT INTO stats.board_weekday (bid, year, weekday, posts, edits, length, threads, active_users)
SELECT coalesce(bid, 0), coalesce(year, 0), weekday,
    count(*), sum(edits), sum(length), sum(starts), count(DISTINCT uid)
FROM counted
GROUP BY weekday, CUBE (bid, year);

INSERT INTO stats.board_hour (bid, year, weekday, hour, posts, edits, length, threads, active_users)
SELECT coalesce(bid, 0), coalesce(year, 0), weekday, hour,
    count(*), sum(edits), sum(length), sum(starts), count(DISTINCT uid)
FROM counted
GROUP BY weekday, hour, CUBE (bid, year);
