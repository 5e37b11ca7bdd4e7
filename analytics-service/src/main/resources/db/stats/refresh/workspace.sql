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

CREATE TEMP TABLE IF NOT EXISTS dirty_user_days (uid bigint NOT NULL, day date NOT NULL) ON COMMIT DELETE ROWS;

-- Rows of user_hour that have other numbers now. Presence: 1 appeared, -1 disappeared, 0 stayed.
CREATE TEMP TABLE IF NOT EXISTS changed_hours (
    uid bigint NOT NULL,
    bid bigint NOT NULL,
    day date NOT NULL,
    year integer NOT NULL,
    weekday smallint NOT NULL,
    hour smallint NOT NULL,
    presence smallint NOT NULL
) ON COMMIT DELETE ROWS;

-- Rows of poster_year that appeared, disappeared or have other hours now.
CREATE TEMP TABLE IF NOT EXISTS moved_posters (
    bid bigint NOT NULL,
    uid bigint NOT NULL,
    year integer NOT NULL,
    hours_before bit(168),
    hours_after bit(168)
) ON COMMIT DELETE ROWS;

-- How many users more, or fewer, an hour of the week has.
CREATE TEMP TABLE IF NOT EXISTS moved_hours (
    bid bigint NOT NULL,
    year integer NOT NULL,
    weekday smallint NOT NULL,
    hour smallint NOT NULL,
    users bigint NOT NULL
) ON COMMIT DELETE ROWS;
