--liquibase formatted sql

-- The finest rollups are computed anew for the keys that a change made dirty; those above take over the difference. Days,
-- weekdays, hours and years are those of the configured time zone. Where a key says so, 0 stands for "all". A row exists
-- only where something is counted.

--changeset potstats2:thread-starts
-- A thread's first post: the smallest PID among those that are not gone, in threads whose board is known.
CREATE TABLE stats.thread_starts (
    tid bigint PRIMARY KEY,
    pid bigint NOT NULL,
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    day date NOT NULL,
    hour smallint NOT NULL
);
CREATE INDEX thread_starts_by_user ON stats.thread_starts (uid, day);

--changeset potstats2:user-hour
-- The finest rollup. A post counts once its thread is known and while it is not gone.
CREATE TABLE stats.user_hour (
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL, -- Unicode code points
    posts integer NOT NULL,
    threads integer NOT NULL,
    quotes integer NOT NULL, -- pairs whose quoting post stands here
    quoted integer NOT NULL, -- pairs whose quoted post stands here
    day date NOT NULL,
    hour smallint NOT NULL,
    PRIMARY KEY (uid, day, hour, bid)
);

--changeset potstats2:quotes
-- Whom a post quotes and how often, known posts or not. From its text alone.
CREATE TABLE stats.quote_edges (
    pid bigint NOT NULL,
    quoted_pid bigint NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (pid, quoted_pid)
);
CREATE INDEX quote_edges_by_quoted ON stats.quote_edges (quoted_pid);
-- Occurrences of quotes whose two posts count, by the quoting post's day and board.
CREATE TABLE stats.quote_day (
    uid bigint NOT NULL, -- who quotes
    to_uid bigint NOT NULL, -- who is quoted
    bid bigint NOT NULL,
    count integer NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (uid, day, to_uid, bid)
);
CREATE TABLE stats.quote_relation (
    bid bigint NOT NULL, -- 0: all
    from_uid bigint NOT NULL,
    to_uid bigint NOT NULL,
    count bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    PRIMARY KEY (bid, year, from_uid, to_uid)
);
CREATE INDEX quote_relation_by_count ON stats.quote_relation (bid, year, count DESC, from_uid, to_uid);
CREATE INDEX quote_relation_by_quoted ON stats.quote_relation (to_uid, bid, year);

--changeset potstats2:links
-- What a post links to and how often. From its text alone.
CREATE TABLE stats.link_edges (
    pid bigint NOT NULL,
    count integer NOT NULL,
    type text NOT NULL, -- link, image, video
    domain text NOT NULL,
    PRIMARY KEY (pid, type, domain)
);
-- Occurrences in posts that count.
CREATE TABLE stats.link_day (
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    count integer NOT NULL,
    day date NOT NULL,
    type text NOT NULL,
    domain text NOT NULL,
    PRIMARY KEY (uid, day, bid, type, domain)
);
CREATE TABLE stats.user_domain (
    uid bigint NOT NULL,
    count bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    type text NOT NULL, -- or all
    domain text NOT NULL,
    PRIMARY KEY (year, type, uid, domain)
);
CREATE INDEX user_domain_by_count ON stats.user_domain (year, type, count DESC, uid, domain);
CREATE INDEX user_domain_by_domain ON stats.user_domain (domain, year, type);
CREATE TABLE stats.domain_year (
    count bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    type text NOT NULL, -- or all
    domain text NOT NULL,
    PRIMARY KEY (year, type, domain)
);
CREATE INDEX domain_year_by_count ON stats.domain_year (year, type, count DESC, domain);

--changeset potstats2:poster-year
CREATE TABLE stats.poster_year (
    bid bigint NOT NULL, -- 0: all
    uid bigint NOT NULL,
    posts bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    threads bigint NOT NULL,
    quotes bigint NOT NULL,
    quoted bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    first_day date NOT NULL, -- with a post
    last_day date NOT NULL,
    hours bit(168) NOT NULL, -- those of the week in which the user posted: what distinct counts are made of
    PRIMARY KEY (bid, year, uid)
);
CREATE INDEX poster_year_by_user ON stats.poster_year (uid, bid, year);

--changeset potstats2:board-day
CREATE TABLE stats.board_day (
    bid bigint NOT NULL, -- 0: all
    edits bigint NOT NULL,
    length bigint NOT NULL,
    posts integer NOT NULL,
    threads integer NOT NULL,
    active_users integer NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (bid, day)
);

--changeset potstats2:board-year
CREATE TABLE stats.board_year (
    bid bigint NOT NULL, -- 0: all
    posts bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    threads bigint NOT NULL,
    active_users bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    PRIMARY KEY (bid, year)
);

--changeset potstats2:board-hour
CREATE TABLE stats.board_hour (
    bid bigint NOT NULL, -- 0: all
    posts bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    threads bigint NOT NULL,
    active_users bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    weekday smallint NOT NULL, -- 1 is Monday
    hour smallint NOT NULL,
    PRIMARY KEY (bid, year, weekday, hour)
);

--changeset potstats2:board-weekday
CREATE TABLE stats.board_weekday (
    bid bigint NOT NULL, -- 0: all
    posts bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    threads bigint NOT NULL,
    active_users bigint NOT NULL,
    year integer NOT NULL, -- 0: all
    weekday smallint NOT NULL, -- 1 is Monday
    PRIMARY KEY (bid, year, weekday)
);

--changeset potstats2:positions
-- How far stats.changes is in the rollups, written in the transaction that refreshed them.
CREATE TABLE stats.positions (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
-- One row: which refresh these numbers are of, and in which time zone their days are.
CREATE TABLE stats.state (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    generation bigint NOT NULL,
    time_zone text NOT NULL
);
-- Which refresh last touched a part of the numbers: what cached answers depend on. A change of a year and board touches
-- also that year of all boards, all years of that board, and all of both.
CREATE TABLE stats.scopes (
    year integer NOT NULL,
    bid bigint NOT NULL,
    generation bigint NOT NULL,
    PRIMARY KEY (year, bid)
);
