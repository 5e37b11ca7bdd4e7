package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.flags;
import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.lists;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.texts;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.ThreadObserved;
import reactor.core.publisher.Mono;

/** Table {@code forum.threads}. */
final class ThreadTable {
    private static final String UPSERT = """
            WITH written AS (
                INSERT INTO forum.threads AS t
                    (tid, bid, hits, reply_estimate, observed_at, closed, sticky, important, announcement, global, gone,
                     title, subtitle, tags)
                SELECT tid, bid, hits, replies, observed_at,
                    closed, sticky, important, announcement, global, gone, title, subtitle, tags::text[]
                FROM unnest(:tids::bigint[], :bids::bigint[], :hits::bigint[], :replies::bigint[], :observed::timestamptz[],
                            :closed::boolean[], :sticky::boolean[], :important::boolean[], :announcement::boolean[],
                            :global::boolean[], :gone::boolean[], :titles::text[], :subtitles::text[], :tags::text[])
                    AS n (tid, bid, hits, replies, observed_at, closed, sticky, important, announcement, global, gone,
                          title, subtitle, tags)
                ON CONFLICT (tid) DO UPDATE SET
                    bid = excluded.bid, hits = excluded.hits, reply_estimate = excluded.reply_estimate,
                    observed_at = excluded.observed_at, closed = excluded.closed, sticky = excluded.sticky,
                    important = excluded.important, announcement = excluded.announcement, global = excluded.global,
                    gone = excluded.gone, title = excluded.title, subtitle = excluded.subtitle, tags = excluded.tags
                WHERE excluded.observed_at > t.observed_at
                RETURNING new.tid, old.tid IS NULL AS added,
                    (old.bid, old.gone) IS DISTINCT FROM (new.bid, new.gone) AS moved,
                    (old.title, old.subtitle, old.tags) IS DISTINCT FROM (new.title, new.subtitle, new.tags) AS renamed
            )
            SELECT tid, added, moved, renamed FROM written WHERE moved OR renamed
            """;

    /** Reads at most one post of a thread more than the batch wrote. */
    private static final String WITH_OTHER_POSTS = """
            SELECT tid FROM unnest(:tids::bigint[], :written::bigint[]) AS n (tid, written)
            WHERE (SELECT count(*) FROM (SELECT FROM forum.posts p WHERE p.tid = n.tid LIMIT written + 1) AS first_posts)
                > written
            """;

    private final DatabaseClient database;

    ThreadTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> write(List<ThreadObserved> threads, Changes changes) {
        if (threads.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(UPSERT)
                .bind("tids", longs(threads, ThreadObserved::tid))
                .bind("bids", longs(threads, ThreadObserved::bid))
                .bind("hits", longs(threads, ThreadObserved::hits))
                .bind("replies", longs(threads, ThreadObserved::replyEstimate))
                .bind("observed", instants(threads, ThreadObserved::observedAt))
                .bind("closed", flags(threads, ThreadObserved::closed))
                .bind("sticky", flags(threads, ThreadObserved::sticky))
                .bind("important", flags(threads, ThreadObserved::important))
                .bind("announcement", flags(threads, ThreadObserved::announcement))
                .bind("global", flags(threads, ThreadObserved::global))
                .bind("gone", flags(threads, ThreadObserved::gone))
                .bind("titles", texts(threads, ThreadObserved::title))
                .bind("subtitles", texts(threads, ThreadObserved::subtitle))
                .bind("tags", lists(threads, ThreadObserved::tags))
                .map(row -> new Written(
                        Fields.number(row, "tid"),
                        Fields.flag(row, "added"),
                        Fields.flag(row, "moved"),
                        Fields.flag(row, "renamed")))
                .all()
                .doOnNext(thread -> note(thread, changes))
                .then();
    }

    private static void note(Written thread, Changes changes) {
        if (thread.added()) {
            changes.newThread(thread.tid());
        } else if (thread.moved()) {
            changes.movedThread(thread.tid());
        }
        if (thread.renamed()) {
            changes.renamedThread(thread.tid());
        }
    }

    /**
     * A thread that appears makes posts count that came before it. Those of its own batch are announced anyway; so the
     * thread is, if there are others. Needs the turn: a concurrent batch may be writing them.
     */
    Mono<Void> findPostsBeforeTheirThread(Map<Long, Long> newThreads, Changes changes) {
        if (newThreads.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(WITH_OTHER_POSTS)
                .bind("tids", longs(newThreads.keySet(), tid -> tid))
                .bind("written", longs(newThreads.values(), posts -> posts))
                .map(row -> Fields.number(row, "tid"))
                .all()
                .doOnNext(changes::movedThread)
                .then();
    }

    private record Written(long tid, boolean added, boolean moved, boolean renamed) {}
}
