package potstats2.ingest.tables;

import static java.util.Objects.requireNonNull;
import static potstats2.ingest.tables.Column.flags;
import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.ints;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.longsOrNull;
import static potstats2.ingest.tables.Column.texts;
import static potstats2.ingest.tables.Fields.flag;
import static potstats2.ingest.tables.Fields.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;
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
    private static final String COPY = """
            COPY forum.posts
                (pid, tid, uid, posted_at, observed_at, group_id, editor_uid, edited_at, icon_id, avid, edit_count,
                 content_length, hidden, gone, user_name, editor_name, avatar_path, title, content)
            FROM STDIN (FORMAT binary)
            """;

    private static final String UPSERT = """
            INSERT INTO forum.posts AS p
                (pid, tid, uid, posted_at, observed_at, group_id, editor_uid, edited_at, icon_id, avid, edit_count,
                 content_length, hidden, gone, user_name, editor_name, avatar_path, title, content)
            SELECT * FROM unnest(
                :pids::bigint[], :tids::bigint[], :uids::bigint[], :posted::timestamptz[], :observed::timestamptz[],
                :groups::bigint[], :editors::bigint[], :edited::timestamptz[], :icons::bigint[], :avids::bigint[],
                :edits::integer[], :lengths::integer[], :hidden::boolean[], :gone::boolean[], :userNames::text[],
                :editorNames::text[], :avatars::text[], :titles::text[], :contents::text[])
            ON CONFLICT (pid) DO UPDATE SET
                tid = excluded.tid, uid = excluded.uid, posted_at = excluded.posted_at,
                observed_at = excluded.observed_at, group_id = excluded.group_id, editor_uid = excluded.editor_uid,
                edited_at = excluded.edited_at, icon_id = excluded.icon_id, avid = excluded.avid,
                edit_count = excluded.edit_count, content_length = excluded.content_length,
                hidden = excluded.hidden, gone = excluded.gone, user_name = excluded.user_name,
                editor_name = excluded.editor_name, avatar_path = excluded.avatar_path, title = excluded.title,
                content = excluded.content
            WHERE excluded.observed_at > p.observed_at
            RETURNING new.pid, old.tid AS old_tid, old.uid AS old_uid, old.user_name AS old_user_name,
                old.posted_at AS old_posted_at, old.editor_uid AS old_editor_uid, old.editor_name AS old_editor_name,
                old.edited_at AS old_edited_at, old.gone AS old_gone,
                (old.tid, old.uid, old.posted_at, old.group_id, old.editor_uid, old.edited_at, old.icon_id, old.avid,
                 old.edit_count, old.hidden, old.gone, old.user_name, old.editor_name, old.avatar_path, old.title,
                 old.content)
                    IS DISTINCT FROM
                (new.tid, new.uid, new.posted_at, new.group_id, new.editor_uid, new.edited_at, new.icon_id, new.avid,
                 new.edit_count, new.hidden, new.gone, new.user_name, new.editor_name, new.avatar_path, new.title,
                 new.content) AS changed
            """;

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
                        .map(post -> Sighting.of(post, findings.get(post.pid())))
                        .toList())
                .flatMap(sightings ->
                        insert(filter(sightings, false), changes).then(update(filter(sightings, true), changes)));
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
        return new BinaryCopy(List.copyOf(columns(sightings).values()))
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
                .bindValues(columns(sightings))
                .map(row -> new Update(PostState.old(row), flag(row, "changed")))
                .all()
                .filter(Update::changed)
                .doOnNext(update -> changes.post(
                        update.old(), requireNonNull(states.get(update.old().pid()))))
                .then();
    }

    /** By the names of their parameters, in their order in the statements. */
    private static Map<String, Column> columns(List<Sighting> sightings) {
        // Unlike that of toList(), this list can be shared by the columns.
        var posts = sightings.stream().map(Sighting::post).collect(Collectors.toUnmodifiableList());
        var columns = new LinkedHashMap<String, Column>();
        columns.put("pids", longs(posts, PostObserved::pid));
        columns.put("tids", longs(posts, PostObserved::tid));
        columns.put("uids", longs(posts, post -> post.poster().uid()));
        columns.put("posted", instants(posts, PostObserved::postedAt));
        columns.put("observed", instants(posts, PostObserved::observedAt));
        columns.put("groups", longsOrNull(posts, post -> post.poster().groupId()));
        columns.put(
                "editors",
                longsOrNull(posts, post -> ofEdit(post, edit -> edit.editor().uid())));
        columns.put("edited", instants(posts, post -> ofEdit(post, Edit::editedAt)));
        columns.put("icons", longsOrNull(posts, PostObserved::iconId));
        columns.put("avids", longsOrNull(posts, post -> ofAvatar(post, Avatar::avid)));
        columns.put("edits", ints(posts, PostObserved::editCount));
        columns.put("lengths", ints(posts, post -> length(post.content())));
        columns.put("hidden", flags(posts, PostObserved::hidden));
        columns.put("gone", flags(sightings, Sighting::vanished));
        columns.put("userNames", texts(posts, post -> post.poster().name()));
        columns.put(
                "editorNames",
                texts(posts, post -> ofEdit(post, edit -> edit.editor().name())));
        columns.put("avatars", texts(posts, post -> ofAvatar(post, Avatar::path)));
        columns.put("titles", texts(posts, PostObserved::title));
        columns.put("contents", texts(posts, PostObserved::content));
        return columns;
    }

    private static <T> @Nullable T ofEdit(PostObserved post, Function<Edit, T> part) {
        var edit = post.lastEdit();
        return edit == null ? null : part.apply(edit);
    }

    private static <T> @Nullable T ofAvatar(PostObserved post, Function<Avatar, @Nullable T> part) {
        var avatar = post.avatar();
        return avatar == null ? null : part.apply(avatar);
    }

    private static int length(String content) {
        return content.codePointCount(0, content.length());
    }

    /** What the tables say about an observed post: whether it is there, and whether it vanished from the thread later. */
    private record Finding(long pid, boolean known, boolean vanished) {}

    private record Sighting(PostObserved post, boolean known, boolean vanished) {
        static Sighting of(PostObserved post, @Nullable Finding finding) {
            return finding == null
                    ? new Sighting(post, false, false)
                    : new Sighting(post, finding.known(), finding.vanished());
        }

        PostState state() {
            return PostState.of(post, vanished);
        }
    }

    /** A row that was older than the observation; {@code changed} says whether in more than the observation's time. */
    private record Update(PostState old, boolean changed) {}
}
