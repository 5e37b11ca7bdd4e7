package potstats2.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.BoardObserved;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Edit;
import potstats2.events.PostObserved.UserName;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;

/** Observations of a forum. Times are seconds: of posts and edits since 2004, of observations since 2024. */
public final class ForumFixtures {
    private static final Instant YEAR_2004 = Instant.parse("2004-01-01T00:00:00Z");
    private static final Instant YEAR_2024 = Instant.parse("2024-01-01T00:00:00Z");

    private ForumFixtures() {}

    public static Instant written(long second) {
        return YEAR_2004.plusSeconds(second);
    }

    public static Instant seen(long second) {
        return YEAR_2024.plusSeconds(second);
    }

    public static BoardObserved board(long bid, String name, long seen) {
        return new BoardObserved(bid, name, "", new BoardObserved.Category(6, "Allgemeines", ""), seen(seen));
    }

    public static ThreadObserved thread(long tid, long bid, long seen) {
        return thread(tid, bid, false, seen);
    }

    public static ThreadObserved thread(long tid, long bid, boolean gone, long seen) {
        return new ThreadObserved(
                tid,
                bid,
                "Thread " + tid,
                "",
                false,
                false,
                false,
                false,
                false,
                seen,
                0,
                List.of("a \"b\"", "c\\d"),
                gone,
                seen(seen));
    }

    public static UserName user(long uid, String name) {
        return new UserName(uid, name, null);
    }

    public static PostObserved post(long pid, long tid, UserName poster, long seen) {
        return post(pid, tid, poster, null, "Text von " + pid, seen);
    }

    /** Written as many seconds after 2004 as its PID says. */
    public static PostObserved post(
            long pid, long tid, UserName poster, @Nullable Edit edit, String content, long seen) {
        return new PostObserved(
                pid, tid, poster, written(pid), edit == null ? 0 : 1, edit, null, null, "", content, false, seen(seen));
    }

    public static Edit edit(UserName editor, long second) {
        return new Edit(editor, written(second));
    }

    public static PostVanished vanished(long pid, long tid, long seen) {
        return new PostVanished(pid, tid, seen(seen));
    }

    public static ProfileObserved profile(long uid, String name, long seen) {
        return new ProfileObserved(
                uid,
                name,
                null,
                null,
                null,
                ProfileObserved.AccountState.ACTIVE,
                null,
                null,
                List.of("gruen"),
                true,
                true,
                seen(seen));
    }
}
