--liquibase formatted sql

--changeset potstats2:board-month
CREATE TABLE stats.board_month (
    bid bigint NOT NULL, -- 0: all
    posts bigint NOT NULL,
    edits bigint NOT NULL,
    length bigint NOT NULL,
    threads bigint NOT NULL,
    active_users bigint NOT NULL,
    month date NOT NULL, -- its first day
    PRIMARY KEY (bid, month)
);
INSERT INTO stats.board_month (bid, posts, edits, length, threads, active_users, month)
SELECT coalesce(bid, 0), sum(posts), sum(edits), sum(length), sum(threads), count(DISTINCT uid), month
FROM (
    SELECT uid, bid, posts, edits, length, threads, date_trunc('month', day::timestamp)::date AS month
    FROM stats.user_hour
)
GROUP BY GROUPING SETS ((bid, month), (month));

--changeset potstats2:days
-- Where a period begins or ends within a year, its days are counted from the finest rollups.
CREATE INDEX user_hour_by_day ON stats.user_hour (day);
CREATE INDEX quote_day_by_day ON stats.quote_day (day);
CREATE INDEX link_day_by_day ON stats.link_day (day);
