--liquibase formatted sql

--changeset potstats2:folded-names splitStatements:false
-- Two names are the same where Unicode's full case folding makes them so, however their accents are written.
CREATE FUNCTION forum.folded(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN normalize(casefold(normalize(name, NFD) COLLATE pg_unicode_fast), NFC);

-- As somebody types it who has not all the letters: without diacritics.
CREATE FUNCTION forum.plain(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(
        regexp_replace(
            normalize(replace(replace(forum.folded(name), 'æ', 'ae'), 'œ', 'oe'), NFD),
            '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'),
        'øłđðħıŧ', 'olddhit');

-- The same as Germans do it.
CREATE FUNCTION forum.german(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN forum.plain(replace(replace(replace(forum.folded(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'));

-- What a search looks into, each name on a line of its own. Most are the same either way.
CREATE FUNCTION forum.searched(name text, aliases text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    names text := E'\n' || array_to_string(name || aliases, E'\n');
BEGIN
    IF octet_length(names) = char_length(names) THEN
        RETURN lower(names COLLATE "C");
    END IF;
    RETURN forum.plain(names) || CASE WHEN forum.folded(names) ~ '[äöü]' THEN forum.german(names) ELSE '' END;
END $$;

--changeset potstats2:users-by-folded-name
-- Names are of any length: a tree takes no entry of more than a third of its page.
DROP INDEX IF EXISTS forum.users_by_name;
CREATE INDEX users_by_folded_name ON forum.users USING hash (forum.folded(name));

--changeset potstats2:users-by-part-of-name
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE forum.users ADD COLUMN searched text GENERATED ALWAYS AS (forum.searched(name, aliases)) STORED;
CREATE INDEX users_by_part_of_name ON forum.users USING gin (searched gin_trgm_ops);
