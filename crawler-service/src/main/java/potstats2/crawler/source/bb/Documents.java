package potstats2.crawler.source.bb;

import static potstats2.crawler.source.bb.Elements.NO_NUMBER;
import static potstats2.crawler.source.bb.Elements.idOrNoneOrNull;
import static potstats2.crawler.source.bb.Elements.idOrNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardList;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedBoard;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.ThreadHeader;
import potstats2.crawler.source.ThreadPage;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.crawler.source.bb.Elements.Date;
import potstats2.crawler.source.bb.Elements.Flags;
import potstats2.crawler.source.bb.Elements.Image;
import potstats2.crawler.source.bb.Elements.Reference;
import potstats2.crawler.source.bb.Elements.User;
import potstats2.crawler.source.bb.Elements.Value;
import potstats2.events.BoardObserved;
import potstats2.events.PostObserved;
import potstats2.events.Ranges;
import tools.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;

/** The forum's documents as Jackson binds them. Any element may be missing, others are ignored. */
final class Documents {

    private Documents() {}

    /** {@code xml/boards.php}. */
    record Categories(
            @JsonProperty("category") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<Category> categories) {

        BoardList boards(ElementSource<Board> source) {
            var boards = new ArrayList<ListedBoard>();
            for (var category : categories == null ? List.<Category>of() : categories) {
                var observed = category.observed();
                boards.addAll(source.read(
                        category.boards == null ? null : category.boards.boards, board -> board.listed(observed)));
            }
            return new BoardList(boards, source.unreadable());
        }
    }

    record Category(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String description,
            @Nullable Boards boards) {

        BoardObserved.Category observed() {
            var cid = idOrNull(id);
            return new BoardObserved.Category(cid == null ? 0 : cid, stripped(name), stripped(description));
        }
    }

    record Boards(
            @JsonProperty("board") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<Board> boards) {}

    record Board(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String description,
            @JsonProperty("number-of-threads") @Nullable Value numberOfThreads,
            @JsonProperty("number-of-replies") @Nullable Value numberOfReplies,
            @Nullable Threads threads)
            implements Numbered {

        ListedBoard listed(BoardObserved.Category category) {
            return new ListedBoard(
                    requiredId(this),
                    stripped(name),
                    stripped(description),
                    category,
                    Value.of(numberOfThreads),
                    Value.of(numberOfReplies));
        }

        BoardPage page(long askedBid, int askedPage, ElementSource<ThreadEntry> source) {
            var listed = source.read(threads == null ? null : threads.threads, ThreadEntry::listed);
            return new BoardPage(
                    idOr(askedBid, id),
                    pageNumber(threads == null ? null : threads.page, askedPage),
                    Value.of(numberOfThreads),
                    Value.of(numberOfReplies),
                    listed,
                    source.unreadable());
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
            @Nullable Lastpost lastpost)
            implements Numbered {

        ListedThread listed() {
            return new ListedThread(
                    requiredId(this),
                    header(inBoard, title, subtitle, flags, numberOfHits, numberOfReplies, numberOfPages),
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

        ThreadPage page(long askedTid, int askedPage, ElementSource<PostElement> source) {
            if (posts == null) {
                throw new UnreadablePageException("a thread without list of posts");
            }
            var readable = source.read(posts.posts, PostElement::read);
            return new ThreadPage(
                    idOr(askedTid, id),
                    pageNumber(posts.page, askedPage),
                    header(inBoard, title, subtitle, flags, numberOfHits, numberOfReplies, numberOfPages),
                    Lastpost.at(lastpost),
                    readable,
                    source.unreadable());
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
            @Nullable Image avatar)
            implements Numbered {

        Post read() {
            return new Post(
                    requiredId(this),
                    poster(),
                    postedAt(),
                    message == null ? 0 : message.editCount(),
                    message == null ? null : message.lastEdit(),
                    icon == null ? null : idOrNoneOrNull(icon.id()),
                    avatar == null ? null : avatarOf(avatar),
                    message == null ? "" : stripped(message.title),
                    message == null || message.content == null ? "" : message.content,
                    isHidden != null && !isHidden.isBlank() && !isHidden.equals("0"));
        }

        /** A user without id is a guest. */
        private PostObserved.UserName poster() {
            if (user == null) {
                throw new UnreadableElementException("no user");
            }
            var uid = user.id() == null ? 0 : user.id();
            if (!Ranges.isIdOrNone(uid)) {
                throw outOfRange("user", uid);
            }
            return userName(uid, user);
        }

        private Instant postedAt() {
            var timestamp = date == null ? null : date.timestamp();
            var postedAt = Date.of(date);
            if (timestamp == null) {
                throw new UnreadableElementException("no date");
            }
            if (postedAt == null) {
                throw outOfRange("date", timestamp);
            }
            return postedAt;
        }

        private static PostObserved.@Nullable Avatar avatarOf(Image image) {
            var avid = idOrNoneOrNull(image.id());
            var path = stripped(image.path());
            return avid == null && path.isEmpty() ? null : new PostObserved.Avatar(avid, path);
        }
    }

    record Message(
            @Nullable Edited edited,
            @Nullable String content,
            @Nullable String title) {

        int editCount() {
            var count = edited == null || edited.count == null ? 0 : edited.count;
            return count >= 0 && count <= Integer.MAX_VALUE ? (int) count : 0;
        }

        PostObserved.@Nullable Edit lastEdit() {
            var edit = edited == null ? null : edited.lastedit;
            var editedAt = edit == null ? null : Date.of(edit.date);
            if (edit == null || edit.user == null || editedAt == null) {
                return null;
            }
            var uid = idOrNoneOrNull(edit.user.id());
            return uid == null ? null : new PostObserved.Edit(userName(uid, edit.user), editedAt);
        }
    }

    record Edited(@Nullable Long count, @Nullable Lastedit lastedit) {}

    record Lastedit(@Nullable User user, @Nullable Date date) {}

    /** An element of which a page holds many. */
    interface Numbered {
        @Nullable
        Long id();
    }

    private static long requiredId(Numbered element) {
        var id = element.id();
        if (id == null) {
            throw new UnreadableElementException("no id");
        }
        if (!Ranges.isId(id)) {
            throw outOfRange("id", id);
        }
        return id;
    }

    private static UnreadableElementException outOfRange(String value, long number) {
        return new UnreadableElementException(
                number == NO_NUMBER ? value + " is no number" : value + " is out of range: " + number);
    }

    private static PostObserved.UserName userName(long uid, User user) {
        return new PostObserved.UserName(uid, stripped(user.name()), idOrNoneOrNull(user.groupId()));
    }

    private static long idOr(long asked, @Nullable Long answered) {
        var id = idOrNull(answered);
        return id == null ? asked : id;
    }

    /** Page 0 is page 1; an answer that does not say which page it is, is the one asked for. */
    private static long pageNumber(@Nullable Long answered, int asked) {
        if (answered != null && answered == 0) {
            return 1;
        }
        return answered == null || !Ranges.isPage(answered) ? Math.max(1, asked) : answered;
    }

    /** A text of one line; white space around it means nothing. */
    static String stripped(@Nullable String text) {
        return text == null ? "" : WhiteSpace.strip(text);
    }

    /** What both a board's list and a thread's own page say about a thread. */
    private static ThreadHeader header(
            @Nullable Reference board,
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable Flags flags,
            @Nullable Value hits,
            @Nullable Value replies,
            @Nullable Value pages) {
        return new ThreadHeader(
                Reference.of(board),
                stripped(title),
                stripped(subtitle),
                flags != null && Value.of(flags.closed()) != 0,
                flags != null && Value.of(flags.sticky()) != 0,
                flags != null && Value.of(flags.important()) != 0,
                flags != null && Value.of(flags.announcement()) != 0,
                flags != null && Value.of(flags.global()) != 0,
                Value.of(hits),
                Value.of(replies),
                Value.of(pages));
    }
}
