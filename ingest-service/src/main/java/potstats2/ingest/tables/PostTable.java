package potstats2.ingest.tables;

import static java.util.Objects.requireNonNull;
import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Fields.flag;
import static potstats2.ingest.tables.Fields.number;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import reactor.core.publisher.Mono;

/**
 * Tables {@code forum.posts} and {@code forum.post_removals}. A post and its removals from its thread stand in one
 * partition, so no concurrent batch writes one while this one reads the other.
 */
final class PostTable {
    private static final String UPSERT_REMOVALS = """
            INSERT INTO forum.post_removals AS r (pid, tid, observed_at)
            SELECT pid, tid, observed_at
            FROM unnest(:pids::bigint[], :tids::bigint[], :observed::timestamptz[]) AS n (pid, tid, observed_at)
            ON CONFLICT (pid, tid) DO UPDATE SET observed_at = excluded.observed_at
            WHERE excluded.observed_at > r.observed_at
            """;

    private static final String REMOVE = """
            UPDATE forum.posts p SET gone = true
            FROM unnest(:pids::bigint[], :tids::bigint[], :observed::timestamptz[]) AS n (pid, tid, observed_at)
            WHERE p.pid = n.pid AND p.tid = n.tid AND NOT p.gone
                AND p.observed_at < n.observed_at
            RETURNING p.pid, p.tid AS old_tid, p.uid AS old_uid, p.user_name AS old_user_name,
                p.posted_at AS old_posted_at, p.editor_uid AS old_editor_uid, p.editor_name AS old_editor_name,
                p.edited_at AS old_edited_at, false AS old_gone
            """;

    /** Says nothing about posts that are simply new: in a first crawl, these are all. */
    private static final String LOOK_UP = """
            SELECT n.pid, p.pid IS NOT NULL AS known, r.pid IS NOT NULL AS vanished
            FROM unnest(:pids::bigint[], :tids::bigint[], :observed::timestamptz[]) AS n (pid, tid, observed_at)
            LEFT JOIN forum.posts p ON p.pid = n.pid
            LEFT JOIN forum.post_removals r ON r.pid = n.pid AND r.tid = n.tid AND r.observed_at > n.observed_at
            WHERE p.pid IS NOT NULL OR r.pid IS NOT NULL
            """;

    /** A fraction of the work of an upsert. Fails if a concurrent batch added one of the posts. */
    private static final String COPY = "COPY forum.posts (" + PostColumn.names() + ") FROM STDIN (FORMAT binary)";

    private static final String UPSERT = "INSERT INTO forum.posts AS p (" + PostColumn.names() + ")"
            + " SELECT * FROM unnest(" + PostColumn.parameters() + ")"
            + " ON CONFLICT (pid) DO UPDATE SET " + PostColumn.assignments()
            + """
             WHERE excluded.observed_at > p.observed_at
            RETURNING new.pid, old.tid AS old_tid, old.uid AS old_uid, old.user_name AS old_user_name,
                old.posted_at AS old_posted_at, old.editor_uid AS old_editor_uid, old.editor_name AS old_editor_name,
                old.edited_at AS old_edited_at, old.gone AS old_gone,
            """
            + PostColumn.compared("old") + " IS DISTINCT FROM " + PostColumn.compared("new") + " AS changed";

    private final DatabaseClient database;

    PostTable(DatabaseClient database) {
        this.database = database;
    }

    /** Applies removals to the posts that are there; posts written later in the transaction look them up. */
    Mono<Void> remove(List<PostVanished> removals, Changes changes) {
        if (removals.isEmpty()) {
            return Mono.empty();
        }
        return bind(UPSERT_REMOVALS, removals)
                .then()
                .then(bind(REMOVE, removals)
                        .map(PostState::old)
                        .all()
                        .doOnNext(old -> changes.post(old, old.vanished()))
                        .then());
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, List<PostVanished> removals) {
        return database.sql(sql)
                .bind("pids", longs(removals, PostVanished::pid))
                .bind("tids", longs(removals, PostVanished::tid))
                .bind("observed", instants(removals, PostVanished::observedAt));
    }

    Mono<Void> write(List<PostObserved> posts, Changes changes) {
        if (posts.isEmpty()) {
            return Mono.empty();
        }
        return lookUp(posts)
                .map(findings -> posts.stream()
                        .map(post -> sighting(post, findings.get(post.pid())))
                        .toList())
                .flatMap(sightings ->
                        insert(filter(sightings, false), changes).then(update(filter(sightings, true), changes)));
    }

    private static Sighting sighting(PostObserved post, @Nullable Finding finding) {
        return new Sighting(post, finding != null && finding.known(), finding != null && finding.vanished());
    }

    private static List<Sighting> filter(List<Sighting> sightings, boolean known) {
        return sightings.stream().filter(sighting -> sighting.known() == known).toList();
    }

    private Mono<Map<Long, Finding>> lookUp(List<PostObserved> posts) {
        return database.sql(LOOK_UP)
                .bind("pids", longs(posts, PostObserved::pid))
                .bind("tids", longs(posts, PostObserved::tid))
                .bind("observed", instants(posts, PostObserved::observedAt))
                .map(row -> new Finding(number(row, "pid"), flag(row, "known"), flag(row, "vanished")))
                .all()
                .collectMap(Finding::pid);
    }

    private Mono<Void> insert(List<Sighting> sightings, Changes changes) {
        if (sightings.isEmpty()) {
            return Mono.empty();
        }
        return new BinaryCopy(List.copyOf(PostColumn.of(sightings).values()))
                .into(database, COPY)
                .doOnSuccess(inserted -> sightings.forEach(sighting -> changes.post(null, sighting.state())));
    }

    private Mono<Void> update(List<Sighting> sightings, Changes changes) {
        if (sightings.isEmpty()) {
            return Mono.empty();
        }
        var states =
                sightings.stream().map(Sighting::state).collect(Collectors.toMap(PostState::pid, Function.identity()));
        return database.sql(UPSERT)
                .bindValues(PostColumn.of(sightings))
                .map(row -> new Update(PostState.old(row), flag(row, "changed")))
                .all()
                .filter(Update::changed)
                .doOnNext(update -> changes.post(
                        update.old(), requireNonNull(states.get(update.old().pid()))))
                .then();
    }

    /** What the tables say about an observed post: whether it is there, and whether it vanished from the thread later. */
    private record Finding(long pid, boolean known, boolean vanished) {}

    /** A row that was older than the observation; {@code changed} says whether in more than the observation's time. */
    private record Update(PostState old, boolean changed) {}
}
