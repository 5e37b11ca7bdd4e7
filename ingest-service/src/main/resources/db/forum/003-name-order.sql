--liquibase formatted sql

-- Names are of any length: a tree takes no entry of more than a third of its page.
--changeset potstats2:names-of-any-length
ALTER TABLE forum.user_names DROP CONSTRAINT user_names_pkey;
CREATE UNIQUE INDEX user_names_by_user ON forum.user_names (uid, md5(name));

-- Of two posts of the same second the later PID is the newer one.
--changeset potstats2:names-by-time-and-pid
ALTER TABLE forum.user_names ADD COLUMN first_pid bigint NOT NULL DEFAULT 0, ADD COLUMN last_pid bigint NOT NULL DEFAULT 0;
UPDATE forum.user_names u SET
    first_pid = coalesce(least(
        (SELECT min(pid) FROM forum.posts p
         WHERE p.uid = u.uid AND p.posted_at = u.first_at AND p.user_name = u.name AND NOT p.gone),
        (SELECT min(pid) FROM forum.posts p
         WHERE p.editor_uid = u.uid AND p.edited_at = u.first_at AND p.editor_name = u.name AND NOT p.gone)), 0),
    last_pid = coalesce(greatest(
        (SELECT max(pid) FROM forum.posts p
         WHERE p.uid = u.uid AND p.posted_at = u.last_at AND p.user_name = u.name AND NOT p.gone),
        (SELECT max(pid) FROM forum.posts p
         WHERE p.editor_uid = u.uid AND p.edited_at = u.last_at AND p.editor_name = u.name AND NOT p.gone)), 0);

-- A post without a name says nothing about it.
--changeset potstats2:no-empty-names
DELETE FROM forum.user_names WHERE name = '';
WITH newest AS (
    SELECT uid, (array_agg(name ORDER BY last_at DESC, last_pid DESC, name COLLATE "C" DESC))[1] AS name,
        array_agg(name ORDER BY first_at, first_pid, name COLLATE "C") AS names
    FROM forum.user_names GROUP BY uid
)
UPDATE forum.users u SET name = n.name, aliases = array_remove(n.names, n.name)
FROM newest n
WHERE n.uid = u.uid AND (u.name, u.aliases) IS DISTINCT FROM (n.name, array_remove(n.names, n.name));
DELETE FROM forum.users u
WHERE name = '' AND NOT EXISTS (SELECT FROM forum.user_names n WHERE n.uid = u.uid);
