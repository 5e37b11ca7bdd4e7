package potstats2.crawler.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;
import potstats2.events.PostObserved.UserName;

/**
 * A post as a thread's page shows it; see {@link PostObserved} for the components.
 */
public record Post(
        long pid,
        UserName poster,
        Instant postedAt,
        int editCount,
        @Nullable Edit lastEdit,
        @Nullable Long iconId,
        @Nullable Avatar avatar,
        String title,
        String content,
        boolean hidden) {

    /** The post as an event. */
    public PostObserved observed(long tid, Instant at) {
        return new PostObserved(
                pid, tid, poster, postedAt, editCount, lastEdit, iconId, avatar, title, content, hidden, at);
    }
}
