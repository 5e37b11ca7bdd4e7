-- The days of users that must be counted anew: of posts that changed, of posts in threads that did, and of the posts that
-- these quote, quoted, or are quoted by.
WITH changed AS (
    SELECT pid FROM touched_posts
    UNION SELECT p.pid FROM moved_threads JOIN forum.posts p USING (tid)
), paired AS (
    SELECT e.quoted_pid AS pid FROM changed JOIN stats.quote_edges e USING (pid)
    UNION SELECT e.pid FROM changed c JOIN stats.quote_edges e ON e.quoted_pid = c.pid
    UNION SELECT pid FROM unquoted_posts
)
INSERT INTO dirty_user_days (uid, day)
SELECT uid, posted_at::date FROM touched_posts
UNION SELECT p.uid, p.posted_at::date FROM moved_threads JOIN forum.posts p USING (tid) WHERE NOT p.gone
UNION SELECT uid, day FROM moved_starts
UNION SELECT p.uid, p.posted_at::date FROM paired JOIN forum.posts p USING (pid) WHERE NOT p.gone
