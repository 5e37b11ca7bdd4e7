package potstats2.crawler.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.page.Elements.Date;
import potstats2.crawler.page.Elements.Flags;
import potstats2.crawler.page.Elements.Image;
import potstats2.crawler.page.Elements.Reference;
import potstats2.crawler.page.Elements.User;
import potstats2.crawler.page.Elements.Value;
import potstats2.events.BoardObserved;
import potstats2.events.PostObserved;
import tools.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;

/** The forum's documents as Jackson binds them. Any element may be missing, others are ignored. */
final class Documents {

    private Documents() {}

    /** {@code xml/boards.php}. */
    record Categories(
            @JsonProperty("category") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<Category> categories) {

        List<ListedBoard> boards() {
            var boards = new ArrayList<ListedBoard>();
            for (var category : orEmpty(categories)) {
                var observed = new BoardObserved.Category(
                        orZero(category.id), orEmpty(category.name), orEmpty(category.description));
                for (var board : category.boards == null ? List.<Board>of() : orEmpty(category.boards.boards)) {
                    if (board.id != null && board.id > 0) {
                        boards.add(board.listed(board.id, observed));
                    }
                }
            }
            return boards;
        }
    }

    record Category(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String description,
            @Nullable Boards boards) {}

    record Boards(
            @JsonProperty("board") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<Board> boards) {}

    record Board(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String description,
            @JsonProperty("number-of-threads") @Nullable Value numberOfThreads,
            @JsonProperty("number-of-replies") @Nullable Value numberOfReplies,
            @Nullable Threads threads) {

        ListedBoard listed(long bid, BoardObserved.Category category) {
            return new ListedBoard(
                    bid,
                    orEmpty(name),
                    orEmpty(description),
                    category,
                    Value.of(numberOfThreads),
                    Value.of(numberOfReplies));
        }

        BoardPage page(long askedBid, int askedPage) {
            var listed = new ArrayList<ListedThread>();
            for (var thread : threads == null ? List.<ThreadEntry>of() : orEmpty(threads.threads)) {
                if (thread.id != null && thread.id > 0) {
                    listed.add(thread.listed(thread.id));
                }
            }
            return new BoardPage(
                    id == null ? askedBid : id,
                    pageNumber(threads == null ? null : threads.page, askedPage),
                    Value.of(numberOfThreads),
                    Value.of(numberOfReplies),
                    listed);
        }
    }

    record Threads(
            @Nullable Long page,

            @JsonProperty("thread") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<ThreadEntry> threads) {}

    /** A thread in a board's list. */
    record ThreadEntry(
            @Nullable Long id,
            @Nullable String title,
            @Nullable String subtitle,
            @JsonProperty("number-of-replies") @Nullable Value numberOfReplies,
            @JsonProperty("number-of-hits") @Nullable Value numberOfHits,
            @JsonProperty("number-of-pages") @Nullable Value numberOfPages,
            @Nullable Flags flags,
            @JsonProperty("in-board") @Nullable Reference inBoard,
            @Nullable Lastpost lastpost) {

        ListedThread listed(long tid) {
            return new ListedThread(
                    tid,
                    ThreadHeader.of(inBoard, title, subtitle, flags, numberOfHits, numberOfReplies, numberOfPages),
                    Lastpost.at(lastpost),
                    flags != null && Value.of(flags.hidden()) != 0);
        }
    }

    record Lastpost(@Nullable LastpostPost post) {
        static @Nullable Instant at(@Nullable Lastpost lastpost) {
            return lastpost == null || lastpost.post == null ? null : Date.of(lastpost.post.date);
        }
    }

    record LastpostPost(@Nullable Date date) {}

    /** {@code xml/thread.php}. */
    record ThreadElement(
            @Nullable Long id,
            @Nullable String title,
            @Nullable String subtitle,
            @JsonProperty("number-of-replies") @Nullable Value numberOfReplies,
            @JsonProperty("number-of-hits") @Nullable Value numberOfHits,
            @JsonProperty("number-of-pages") @Nullable Value numberOfPages,
            @Nullable Flags flags,
            @JsonProperty("in-board") @Nullable Reference inBoard,
            @Nullable Lastpost lastpost,
            @Nullable Posts posts) {

        ThreadPage page(long askedTid, int askedPage) {
            if (posts == null) {
                throw new UnreadablePageException("a thread without list of posts");
            }
            var readable = new ArrayList<Post>();
            var unreadable = new ArrayList<String>();
            for (var post : orEmpty(posts.posts)) {
                var read = post.read(unreadable);
                if (read != null) {
                    readable.add(read);
                }
            }
            var page = new ThreadPage(
                    id == null ? askedTid : id,
                    pageNumber(posts.page, askedPage),
                    ThreadHeader.of(inBoard, title, subtitle, flags, numberOfHits, numberOfReplies, numberOfPages),
                    Lastpost.at(lastpost),
                    readable);
            if (!unreadable.isEmpty()) {
                throw new PartlyReadableException(page, String.join(", ", unreadable));
            }
            return page;
        }
    }

    record Posts(
            @Nullable Long page,

            @JsonProperty("post") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<PostElement> posts) {}

    record PostElement(
            @Nullable Long id,
            @JsonProperty("is-hidden") @Nullable String isHidden,
            @Nullable User user,
            @Nullable Date date,
            @Nullable Image icon,
            @Nullable Message message,
            @Nullable Image avatar) {

        @Nullable
        Post read(List<String> unreadable) {
            var postedAt = Date.of(date);
            if (id == null || id <= 0) {
                unreadable.add("a post without id");
                return null;
            }
            if (user == null || user.id() == null) {
                unreadable.add("post " + id + " without user");
                return null;
            }
            if (postedAt == null) {
                unreadable.add("post " + id + " without date");
                return null;
            }
            return new Post(
                    id,
                    userName(user.id(), user),
                    postedAt,
                    message == null ? 0 : message.editCount(),
                    message == null ? null : message.lastEdit(),
                    icon == null ? null : icon.id(),
                    avatar == null
                                    || (avatar.id() == null
                                            && orEmpty(avatar.path()).isEmpty())
                            ? null
                            : new PostObserved.Avatar(avatar.id(), orEmpty(avatar.path())),
                    message == null ? "" : orEmpty(message.title),
                    message == null ? "" : orEmpty(message.content),
                    isHidden != null && !isHidden.isBlank() && !isHidden.equals("0"));
        }
    }

    record Message(
            @Nullable Edited edited,
            @Nullable String content,
            @Nullable String title) {

        int editCount() {
            return edited == null || edited.count == null
                    ? 0
                    : (int) Math.min(Math.max(0, edited.count), Integer.MAX_VALUE);
        }

        PostObserved.@Nullable Edit lastEdit() {
            var edit = edited == null ? null : edited.lastedit;
            var editedAt = edit == null ? null : Date.of(edit.date);
            if (edit == null || edit.user == null || edit.user.id() == null || editedAt == null) {
                return null;
            }
            return new PostObserved.Edit(userName(edit.user.id(), edit.user), editedAt);
        }
    }

    record Edited(@Nullable Long count, @Nullable Lastedit lastedit) {}

    record Lastedit(@Nullable User user, @Nullable Date date) {}

    private static PostObserved.UserName userName(long uid, User user) {
        return new PostObserved.UserName(uid, orEmpty(user.name()), user.groupId());
    }

    /** Page 0 is page 1; an answer that does not say which page it is, is the one asked for. */
    private static long pageNumber(@Nullable Long answered, int asked) {
        return Math.max(1, answered == null ? asked : answered);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> elements) {
        return elements == null ? List.of() : elements;
    }
}
