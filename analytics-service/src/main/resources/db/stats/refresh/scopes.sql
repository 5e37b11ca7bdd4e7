-- Which parts of the numbers answers must be read anew from: those with other numbers, and those that show a changed name.
WITH changed AS (
    SELECT year, bid FROM changed_hours
    UNION SELECT year, bid FROM changed_quotes
    UNION SELECT year, bid FROM changed_links
    UNION SELECT y.year, y.bid FROM changed_users JOIN stats.poster_year y USING (uid) WHERE y.year <> 0 AND y.bid <> 0
    UNION SELECT r.year, r.bid FROM changed_users u JOIN stats.quote_relation r ON r.to_uid = u.uid
        WHERE r.year <> 0 AND r.bid <> 0
    UNION SELECT y.year, y.bid FROM changed_boards JOIN stats.board_year y USING (bid) WHERE y.year <> 0
), touched AS (
    INSERT INTO stats.scopes AS s (year, bid, generation)
    SELECT year, bid, generation
    FROM (
        SELECT year, bid FROM changed
        UNION SELECT year, 0 FROM changed
        UNION SELECT 0, bid FROM changed
        UNION SELECT 0, 0 -- whatever was announced: profiles, too, are shown with all years and boards
    )
    CROSS JOIN stats.state
    ON CONFLICT (year, bid) DO UPDATE SET generation = excluded.generation
)
SELECT year, bid FROM changed ORDER BY year, bid
