-- What one refresh works on. The tables belong to the connection and are emptied by its commits and rollbacks.
CREATE TEMP TABLE IF NOT EXISTS touched_posts (
    pid bigint NOT NULL,
    tid bigint NOT NULL,
    uid bigint NOT NULL,
    posted_at timestamptz NOT NULL,
    added boolean NOT NULL
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS moved_threads (tid bigint NOT NULL) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS changed_boards (bid bigint NOT NULL) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS changed_users (uid bigint NOT NULL) ON COMMIT DELETE ROWS;

-- What the touched posts say now.
CREATE TEMP TABLE IF NOT EXISTS fresh_quotes (
    pid bigint NOT NULL,
    quoted_pid bigint NOT NULL,
    count integer NOT NULL
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS fresh_links (
    pid bigint NOT NULL,
    count integer NOT NULL,
    type text NOT NULL,
    domain text NOT NULL
) ON COMMIT DELETE ROWS;

-- Posts that are no longer quoted as they were, and days on which other threads start than before.
CREATE TEMP TABLE IF NOT EXISTS unquoted_posts (pid bigint NOT NULL) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS moved_starts (uid bigint NOT NULL, day date NOT NULL) ON COMMIT DELETE ROWS;

-- The keys for which the finest rollups are computed anew.
CREATE TEMP TABLE IF NOT EXISTS dirty_user_days (uid bigint NOT NULL, day date NOT NULL) ON COMMIT DELETE ROWS;

-- All posts that count on the dirty days, and whom they quote.
CREATE TEMP TABLE IF NOT EXISTS dirty_posts (
    pid bigint NOT NULL,
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    day date NOT NULL,
    hour smallint NOT NULL
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS dirty_quotes (
    uid bigint NOT NULL,
    to_uid bigint NOT NULL,
    bid bigint NOT NULL,
    count integer NOT NULL,
    day date NOT NULL,
    hour smallint NOT NULL
) ON COMMIT DELETE ROWS;

-- By how much rows of user_hour are different now, and whether they appeared (1), disappeared (-1) or stayed (0).
CREATE TEMP TABLE IF NOT EXISTS changed_hours (
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    posts integer NOT NULL,
    threads integer NOT NULL,
    quotes integer NOT NULL,
    quoted integer NOT NULL,
    day date NOT NULL,
    year integer NOT NULL,
    weekday smallint NOT NULL,
    hour smallint NOT NULL,
    presence smallint NOT NULL
) ON COMMIT DELETE ROWS;

-- Rows of poster_year that have other hours now: without any before, the user came into that scope; after, he left it.
CREATE TEMP TABLE IF NOT EXISTS moved_posters (
    bid bigint NOT NULL,
    uid bigint NOT NULL,
    year integer NOT NULL,
    hours_before bit(168),
    hours_after bit(168)
) ON COMMIT DELETE ROWS;

-- The same by weekday, all 24 hours: no row where a weekday's hours stayed.
CREATE TEMP TABLE IF NOT EXISTS moved_weekdays (
    bid bigint NOT NULL,
    year integer NOT NULL,
    weekday integer NOT NULL,
    day_before bit(24) NOT NULL,
    day_after bit(24) NOT NULL
) ON COMMIT DELETE ROWS;

-- By how much rows of quote_day and link_day are different now.
CREATE TEMP TABLE IF NOT EXISTS changed_quotes (
    uid bigint NOT NULL,
    to_uid bigint NOT NULL,
    bid bigint NOT NULL,
    count integer NOT NULL,
    year integer NOT NULL
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS changed_links (
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    count integer NOT NULL,
    year integer NOT NULL,
    type text NOT NULL,
    domain text NOT NULL
) ON COMMIT DELETE ROWS;
