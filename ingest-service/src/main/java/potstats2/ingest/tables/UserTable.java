package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.texts;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.ingest.tables.Changes.NameSpan;
import potstats2.ingest.tables.PostState.Mention;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tables {@code forum.user_names} and {@code forum.users}. They draw from posts and profiles of every partition, so
 * only the batch whose turn it is writes them: whatever the batches before it wrote is committed and seen.
 */
final class UserTable {
    /** Answers users who may have another newest name or other aliases now. */
    private static final String MERGE_NAMES = """
            WITH merged AS (
                INSERT INTO forum.user_names AS u (uid, first_at, first_pid, last_at, last_pid, name)
                SELECT uid, first_at, first_pid, last_at, last_pid, name
                FROM unnest(:uids::bigint[], :firsts::timestamptz[], :firstPids::bigint[], :lasts::timestamptz[],
                        :lastPids::bigint[], :names::text[])
                    AS n (uid, first_at, first_pid, last_at, last_pid, name)
                ON CONFLICT (uid, md5(name)) DO UPDATE SET
                    (first_at, first_pid) = (
                        SELECT at, pid FROM (VALUES (u.first_at, u.first_pid), (excluded.first_at, excluded.first_pid))
                            AS m (at, pid) ORDER BY at, pid LIMIT 1),
                    (last_at, last_pid) = (
                        SELECT at, pid FROM (VALUES (u.last_at, u.last_pid), (excluded.last_at, excluded.last_pid))
                            AS m (at, pid) ORDER BY at DESC, pid DESC LIMIT 1)
                WHERE (excluded.first_at, excluded.first_pid) < (u.first_at, u.first_pid)
                    OR (excluded.last_at, excluded.last_pid) > (u.last_at, u.last_pid)
                RETURNING new.uid, new.name, old.uid IS NULL AS added
            )
            SELECT DISTINCT uid FROM merged m
            WHERE added OR EXISTS (SELECT FROM forum.user_names u WHERE u.uid = m.uid AND u.name <> m.name)
            """;

    /**
     * Where a mention that is no longer there was the first or the last of a name, looks for the next one: along the
     * indexes by time, from where the old one stood, so it ends at the first post that has the name.
     */
    private static final String NARROW_NAMES = """
            WITH lost AS (
                SELECT DISTINCT u.uid, u.name, u.first_at, u.first_pid, u.last_at, u.last_pid
                FROM unnest(:uids::bigint[], :names::text[], :at::timestamptz[], :pids::bigint[]) AS n (uid, name, at, pid)
                JOIN forum.user_names u
                    ON u.uid = n.uid AND u.name = n.name
                    AND (n.at, n.pid) IN ((u.first_at, u.first_pid), (u.last_at, u.last_pid))
            ), found AS (
                SELECT l.uid, l.name, first.at AS first_at, first.pid AS first_pid, last.at AS last_at, last.pid AS last_pid
                FROM lost l
                LEFT JOIN LATERAL (
                    (SELECT p.posted_at AS at, p.pid FROM forum.posts p
                     WHERE p.uid = l.uid AND p.posted_at BETWEEN l.first_at AND l.last_at
                        AND p.user_name = l.name AND NOT p.gone
                     ORDER BY p.posted_at, p.pid LIMIT 1)
                    UNION ALL
                    (SELECT p.edited_at, p.pid FROM forum.posts p
                     WHERE p.editor_uid = l.uid AND p.edited_at BETWEEN l.first_at AND l.last_at
                        AND p.editor_name = l.name AND NOT p.gone
                     ORDER BY p.edited_at, p.pid LIMIT 1)
                    ORDER BY at, pid LIMIT 1) AS first ON true
                LEFT JOIN LATERAL (
                    (SELECT p.posted_at AS at, p.pid FROM forum.posts p
                     WHERE p.uid = l.uid AND p.posted_at BETWEEN l.first_at AND l.last_at
                        AND p.user_name = l.name AND NOT p.gone
                     ORDER BY p.posted_at DESC, p.pid DESC LIMIT 1)
                    UNION ALL
                    (SELECT p.edited_at, p.pid FROM forum.posts p
                     WHERE p.editor_uid = l.uid AND p.edited_at BETWEEN l.first_at AND l.last_at
                        AND p.editor_name = l.name AND NOT p.gone
                     ORDER BY p.edited_at DESC, p.pid DESC LIMIT 1)
                    ORDER BY at DESC, pid DESC LIMIT 1) AS last ON true
            ), dropped AS (
                DELETE FROM forum.user_names u USING found f
                WHERE u.uid = f.uid AND u.name = f.name AND f.first_at IS NULL
                RETURNING u.uid
            ), narrowed AS (
                UPDATE forum.user_names u
                SET first_at = f.first_at, first_pid = f.first_pid, last_at = f.last_at, last_pid = f.last_pid
                FROM found f
                WHERE u.uid = f.uid AND u.name = f.name AND f.first_at IS NOT NULL
                    AND (u.first_at, u.first_pid, u.last_at, u.last_pid)
                        <> (f.first_at, f.first_pid, f.last_at, f.last_pid)
                RETURNING u.uid
            )
            SELECT uid FROM dropped UNION SELECT uid FROM narrowed
            """;

    private static final String REFRESH_USERS = """
            WITH seen AS (
                SELECT n.uid, names.by_newest[1] AS newest, names.by_first
                FROM unnest(:uids::bigint[]) AS n (uid)
                CROSS JOIN LATERAL (
                    SELECT array_agg(name ORDER BY last_at DESC, last_pid DESC, name COLLATE "C" DESC) AS by_newest,
                        array_agg(name ORDER BY first_at, first_pid, name COLLATE "C") AS by_first
                    FROM forum.user_names u WHERE u.uid = n.uid) AS names
            ), named AS (
                SELECT s.uid, coalesce(s.newest, nullif(p.name, '')) AS name,
                    coalesce(array_remove(s.by_first, s.newest), '{}') AS aliases
                FROM seen s LEFT JOIN forum.profiles p USING (uid)
            ), written AS (
                INSERT INTO forum.users AS u (uid, name, aliases)
                SELECT uid, name, aliases FROM named WHERE name IS NOT NULL
                ON CONFLICT (uid) DO UPDATE SET name = excluded.name, aliases = excluded.aliases
                WHERE (u.name, u.aliases) IS DISTINCT FROM (excluded.name, excluded.aliases)
                RETURNING u.uid
            ), dropped AS (
                DELETE FROM forum.users u USING named n WHERE u.uid = n.uid AND n.name IS NULL
                RETURNING u.uid
            )
            SELECT uid FROM written UNION ALL SELECT uid FROM dropped
            """;

    private final DatabaseClient database;

    UserTable(DatabaseClient database) {
        this.database = database;
    }

    /** Needs the turn. */
    Mono<Void> write(Changes changes) {
        return Flux.concat(
                        mergeNames(changes.names()),
                        Flux.defer(() -> narrowNames(changes.lostMentions())),
                        Flux.fromIterable(changes.namedProfiles()))
                .collect(TreeSet<Long>::new, Set::add)
                .flatMapMany(this::refresh)
                .doOnNext(changes::user)
                .then();
    }

    private Flux<Long> mergeNames(Collection<NameSpan> names) {
        if (names.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(MERGE_NAMES)
                .bind("uids", longs(names, NameSpan::uid))
                .bind("firsts", instants(names, span -> span.first().at()))
                .bind("firstPids", longs(names, span -> span.first().pid()))
                .bind("lasts", instants(names, span -> span.last().at()))
                .bind("lastPids", longs(names, span -> span.last().pid()))
                .bind("names", texts(names, NameSpan::name))
                .map(row -> Fields.number(row, "uid"))
                .all();
    }

    private Flux<Long> narrowNames(Collection<Mention> lost) {
        if (lost.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(NARROW_NAMES)
                .bind("uids", longs(lost, Mention::uid))
                .bind("names", texts(lost, Mention::name))
                .bind("at", instants(lost, mention -> mention.moment().at()))
                .bind("pids", longs(lost, mention -> mention.moment().pid()))
                .map(row -> Fields.number(row, "uid"))
                .all();
    }

    private Flux<Long> refresh(Set<Long> uids) {
        if (uids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(REFRESH_USERS)
                .bind("uids", longs(uids, uid -> uid))
                .map(row -> Fields.number(row, "uid"))
                .all();
    }
}
