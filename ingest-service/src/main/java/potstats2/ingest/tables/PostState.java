package potstats2.ingest.tables;

import static potstats2.ingest.tables.Fields.field;
import static potstats2.ingest.tables.Fields.flag;
import static potstats2.ingest.tables.Fields.number;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.PostObserved;

/** What of a post's row decides where it counts and whom it names. */
record PostState(
        long pid,
        long tid,
        long uid,
        String userName,
        Instant postedAt,
        @Nullable Long editorUid,
        @Nullable String editorName,
        @Nullable Instant editedAt,
        boolean gone) {

    static PostState of(PostObserved post, boolean gone) {
        var edit = post.lastEdit();
        return new PostState(
                post.pid(),
                post.tid(),
                post.poster().uid(),
                post.poster().name(),
                post.postedAt(),
                edit == null ? null : edit.editor().uid(),
                edit == null ? null : edit.editor().name(),
                edit == null ? null : edit.editedAt(),
                gone);
    }

    /** Reads the columns {@code pid} and those that begin with {@code old_}. */
    static PostState old(Readable row) {
        return new PostState(
                number(row, "pid"),
                number(row, "old_tid"),
                number(row, "old_uid"),
                field(row, "old_user_name", String.class),
                field(row, "old_posted_at", Instant.class),
                row.get("old_editor_uid", Long.class),
                row.get("old_editor_name", String.class),
                row.get("old_edited_at", Instant.class),
                flag(row, "old_gone"));
    }

    PostState vanished() {
        return new PostState(pid, tid, uid, userName, postedAt, editorUid, editorName, editedAt, true);
    }

    /** Who is named in this post, under which name and when; nobody once it is gone. No name says nothing. */
    List<Mention> mentions() {
        var mentions = new ArrayList<Mention>();
        if (!gone) {
            mentions.add(new Mention(uid, userName, new Moment(postedAt, pid)));
            if (editorUid != null && editorName != null && editedAt != null) {
                mentions.add(new Mention(editorUid, editorName, new Moment(editedAt, pid)));
            }
        }
        mentions.removeIf(mention -> mention.name().isEmpty());
        return mentions;
    }

    TouchedPost touched(boolean added) {
        return new TouchedPost(pid, tid, uid, postedAt.getEpochSecond(), added);
    }

    /** A user under a name at a moment. */
    record Mention(long uid, String name, Moment moment) {}

    /** When something was said and in which post: of one second, the post with the larger PID is the later one. */
    record Moment(Instant at, long pid) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(pid, other.pid) : byTime;
        }
    }
}
