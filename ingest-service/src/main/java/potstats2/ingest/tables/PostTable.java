package potstats2.ingest.tables;

import static potstats2.ingest.tables.Columns.flags;
import static potstats2.ingest.tables.Columns.ints;
import static potstats2.ingest.tables.Columns.longs;
import static potstats2.ingest.tables.Columns.micros;
import static potstats2.ingest.tables.Columns.texts;
import static potstats2.ingest.tables.Fields.flag;
import static potstats2.ingest.tables.Fields.number;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
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
            SELECT pid, tid, timestamptz 'epoch' + observed_at * interval '1 us'
            FROM unnest(:pids::bigint[], :tids::bigint[], :observed::bigint[]) AS n (pid, tid, observed_at)
            ON CONFLICT (pid, tid) DO UPDATE SET observed_at = excluded.observed_at
            WHERE excluded.observed_at > r.observed_at
            """;

    private static final String REMOVE = """
            UPDATE forum.posts p SET gone = true
            FROM unnest(:pids::bigint[], :tids::bigint[], :observed::bigint[]) AS n (pid, tid, observed_at)
            WHERE p.pid = n.pid AND p.tid = n.tid AND NOT p.gone
                AND p.observed_at < timestamptz 'epoch' + n.observed_at * interval '1 us'
            RETURNING p.pid, p.tid AS old_tid, p.uid AS old_uid, p.user_name AS old_user_name,
                p.posted_at AS old_posted_at, p.editor_uid AS old_editor_uid, p.editor_name AS old_editor_name,
                p.edited_at AS old_edited_at, false AS old_gone
            """;

    /** Says nothing about posts that are simply new: in a first crawl, these are all. */
    private static final String UPSERT = """
            WITH written AS (
                INSERT INTO forum.posts AS p
                    (pid, tid, uid, posted_at, observed_at, group_id, editor_uid, edited_at, icon_id, avid, edit_count,
                     content_length, hidden, gone, user_name, editor_name, avatar_path, title, content)
                SELECT pid, tid, uid,
                    timestamptz 'epoch' + posted_at * interval '1 us', timestamptz 'epoch' + observed_at * interval '1 us',
                    group_id, editor_uid, timestamptz 'epoch' + edited_at * interval '1 us', icon_id, avid, edit_count,
                    char_length(content), hidden,
                    EXISTS (
                        SELECT FROM forum.post_removals r
                        WHERE r.pid = n.pid AND r.tid = n.tid
                            AND r.observed_at > timestamptz 'epoch' + n.observed_at * interval '1 us'),
                    user_name, editor_name, avatar_path, title, content
                FROM unnest(:pids::bigint[], :tids::bigint[], :uids::bigint[], :posted::bigint[], :observed::bigint[],
                            :groups::bigint[], :editors::bigint[], :edited::bigint[], :icons::bigint[],
                            :avids::bigint[], :edits::integer[], :hidden::boolean[], :userNames::text[],
                            :editorNames::text[], :avatars::text[], :titles::text[], :contents::text[])
                    AS n (pid, tid, uid, posted_at, observed_at, group_id, editor_uid, edited_at, icon_id, avid,
                          edit_count, hidden, user_name, editor_name, avatar_path, title, content)
                ON CONFLICT (pid) DO UPDATE SET
                    tid = excluded.tid, uid = excluded.uid, posted_at = excluded.posted_at,
                    observed_at = excluded.observed_at, group_id = excluded.group_id, editor_uid = excluded.editor_uid,
                    edited_at = excluded.edited_at, icon_id = excluded.icon_id, avid = excluded.avid,
                    edit_count = excluded.edit_count, content_length = excluded.content_length,
                    hidden = excluded.hidden, gone = excluded.gone, user_name = excluded.user_name,
                    editor_name = excluded.editor_name, avatar_path = excluded.avatar_path, title = excluded.title,
                    content = excluded.content
                WHERE excluded.observed_at > p.observed_at
                RETURNING new.pid, new.gone, old.pid IS NULL AS added, old.tid AS old_tid, old.uid AS old_uid,
                    old.user_name AS old_user_name, old.posted_at AS old_posted_at, old.editor_uid AS old_editor_uid,
                    old.editor_name AS old_editor_name, old.edited_at AS old_edited_at, old.gone AS old_gone,
                    (old.tid, old.uid, old.posted_at, old.group_id, old.editor_uid, old.edited_at, old.icon_id,
                     old.avid, old.edit_count, old.hidden, old.gone, old.user_name, old.editor_name, old.avatar_path,
                     old.title, old.content)
                        IS DISTINCT FROM
                    (new.tid, new.uid, new.posted_at, new.group_id, new.editor_uid, new.edited_at, new.icon_id,
                     new.avid, new.edit_count, new.hidden, new.gone, new.user_name, new.editor_name, new.avatar_path,
                     new.title, new.content) AS changed
            )
            SELECT n.pid, w.pid IS NOT NULL AND w.changed AS changed, coalesce(w.gone, false) AS gone,
                coalesce(w.added, false) AS added, w.old_tid, w.old_uid, w.old_user_name, w.old_posted_at,
                w.old_editor_uid, w.old_editor_name, w.old_edited_at, w.old_gone
            FROM unnest(:pids::bigint[]) AS n (pid)
            LEFT JOIN written w USING (pid)
            WHERE w.pid IS NULL OR NOT w.added OR w.gone
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
                .bind("observed", micros(removals, PostVanished::observedAt));
    }

    Mono<Void> write(List<PostObserved> posts, Changes changes) {
        if (posts.isEmpty()) {
            return Mono.empty();
        }
        return bind(posts)
                .map(PostTable::outcome)
                .all()
                .collectMap(Outcome::pid)
                .doOnNext(outcomes -> posts.forEach(post -> note(post, outcomes.get(post.pid()), changes)))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bind(List<PostObserved> posts) {
        var edits =
                posts.stream().map(post -> Optional.ofNullable(post.lastEdit())).toList();
        var avatars =
                posts.stream().map(post -> Optional.ofNullable(post.avatar())).toList();
        return database.sql(UPSERT)
                .bind("pids", longs(posts, PostObserved::pid))
                .bind("tids", longs(posts, PostObserved::tid))
                .bind("uids", longs(posts, post -> post.poster().uid()))
                .bind("posted", micros(posts, PostObserved::postedAt))
                .bind("observed", micros(posts, PostObserved::observedAt))
                .bind("groups", longs(posts, post -> post.poster().groupId()))
                .bind(
                        "editors",
                        longs(edits, edit -> edit.map(e -> e.editor().uid()).orElse(null)))
                .bind("edited", micros(edits, edit -> edit.map(Edit::editedAt).orElse(null)))
                .bind("icons", longs(posts, PostObserved::iconId))
                .bind("avids", longs(avatars, avatar -> avatar.map(Avatar::avid).orElse(null)))
                .bind("edits", ints(posts, PostObserved::editCount))
                .bind("hidden", flags(posts, PostObserved::hidden))
                .bind("userNames", texts(posts, post -> post.poster().name()))
                .bind(
                        "editorNames",
                        texts(edits, edit -> edit.map(e -> e.editor().name()).orElse(null)))
                .bind(
                        "avatars",
                        texts(avatars, avatar -> avatar.map(Avatar::path).orElse(null)))
                .bind("titles", texts(posts, PostObserved::title))
                .bind("contents", texts(posts, PostObserved::content));
    }

    private static Outcome outcome(Readable row) {
        boolean added = flag(row, "added");
        boolean changed = flag(row, "changed");
        var old = changed && !added ? PostState.old(row) : null;
        return new Outcome(number(row, "pid"), changed, flag(row, "gone"), old);
    }

    private static void note(PostObserved post, @Nullable Outcome outcome, Changes changes) {
        if (outcome == null) {
            changes.post(null, PostState.of(post, false));
        } else if (outcome.changed()) {
            changes.post(outcome.old(), PostState.of(post, outcome.gone()));
        }
    }

    /**
     * What became of an observation.
     *
     * @param changed whether it changed more than the time of observation; not where a later one was known
     * @param gone whether the post vanished from this thread later
     * @param old the row before, absent where there was none
     */
    private record Outcome(
            long pid,
            boolean changed,
            boolean gone,
            @Nullable PostState old) {}
}
