-- How many posts each board gained.
SELECT t.bid, count(*) AS posts
FROM (SELECT DISTINCT pid FROM touched_posts WHERE added)
JOIN forum.posts p USING (pid)
JOIN forum.threads t ON t.tid = p.tid
WHERE NOT p.gone
GROUP BY t.bid
ORDER BY t.bid
