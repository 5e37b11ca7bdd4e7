--liquibase formatted sql

--changeset potstats2:boards
CREATE TABLE forum.boards (
    bid bigint PRIMARY KEY,
    cid bigint NOT NULL,
    observed_at timestamptz NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    category_name text NOT NULL,
    category_description text NOT NULL
);

--changeset potstats2:threads
CREATE TABLE forum.threads (
    tid bigint PRIMARY KEY,
    bid bigint NOT NULL,
    hits bigint NOT NULL,
    reply_estimate bigint NOT NULL,
    observed_at timestamptz NOT NULL,
    closed boolean NOT NULL,
    sticky boolean NOT NULL,
    important boolean NOT NULL,
    announcement boolean NOT NULL,
    global boolean NOT NULL,
    gone boolean NOT NULL,
    title text NOT NULL,
    subtitle text NOT NULL,
    tags text[] NOT NULL
);
CREATE INDEX threads_by_board ON forum.threads (bid);

--changeset potstats2:posts
-- No foreign keys: a post may arrive before its thread, a thread before its board.
CREATE TABLE forum.posts (
    pid bigint PRIMARY KEY,
    tid bigint NOT NULL,
    uid bigint NOT NULL,
    posted_at timestamptz NOT NULL,
    observed_at timestamptz NOT NULL,
    group_id bigint,
    editor_uid bigint,
    edited_at timestamptz,
    icon_id bigint,
    avid bigint,
    edit_count integer NOT NULL,
    content_length integer NOT NULL, -- Unicode code points
    hidden boolean NOT NULL,
    gone boolean NOT NULL, -- a newer removal from the same thread is known
    user_name text NOT NULL, -- as shown at this post
    editor_name text,
    avatar_path text,
    title text NOT NULL,
    content text NOT NULL
);
CREATE INDEX posts_by_thread ON forum.posts (tid, pid);
CREATE INDEX posts_by_user ON forum.posts (uid, posted_at);
CREATE INDEX posts_by_editor ON forum.posts (editor_uid, edited_at) WHERE editor_uid IS NOT NULL;

--changeset potstats2:post-removals
-- A post vanished from this thread's pages. It says nothing about other threads: the post may have moved there.
CREATE TABLE forum.post_removals (
    pid bigint NOT NULL,
    tid bigint NOT NULL,
    observed_at timestamptz NOT NULL,
    PRIMARY KEY (pid, tid)
);

--changeset potstats2:users
CREATE TABLE forum.profiles (
    uid bigint PRIMARY KEY,
    registered_at timestamp,
    last_seen_at timestamp,
    observed_at timestamptz NOT NULL,
    locked_until date,
    standard_rank boolean NOT NULL,
    exists boolean NOT NULL,
    name text,
    online text,
    account text,
    rank text,
    rank_bars text[] NOT NULL
);
-- Every name a user was seen under, in posts that are not gone and in their newest edits.
CREATE TABLE forum.user_names (
    uid bigint NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (uid, name)
);
-- One row a user: the newest name and the others in order of first appearance.
CREATE TABLE forum.users (
    uid bigint PRIMARY KEY,
    name text NOT NULL,
    aliases text[] NOT NULL
);
CREATE INDEX users_by_name ON forum.users (lower(name));

--changeset potstats2:positions
-- How far each partition's records are in the tables, written in the transaction that wrote them.
CREATE TABLE forum.positions (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL,
    announcement bytea STORAGE EXTERNAL, -- the change event of the newest batch, published again by whoever takes the partition over
    PRIMARY KEY (topic, partition)
);
