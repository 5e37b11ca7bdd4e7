package potstats2.ingest.tables;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;

/**
 * A post as it was observed, beside what the tables say of it.
 *
 * @param known whether it is there already
 * @param vanished whether it vanished from the thread later
 */
record Sighting(PostObserved post, boolean known, boolean vanished) {

    PostState state() {
        return PostState.of(post, vanished);
    }

    <T> @Nullable T ofEdit(Function<Edit, T> part) {
        var edit = post.lastEdit();
        return edit == null ? null : part.apply(edit);
    }

    <T> @Nullable T ofAvatar(Function<Avatar, @Nullable T> part) {
        var avatar = post.avatar();
        return avatar == null ? null : part.apply(avatar);
    }

    /** Of the content, in Unicode code points. */
    int length() {
        var content = post.content();
        return content.codePointCount(0, content.length());
    }
}
