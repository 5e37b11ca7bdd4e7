package potstats2.simulator.forum;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A living forum. All methods may be called by any thread at any time; each sees and leaves the forum in a consistent
 * state. What happens to the forum happens at the clock's time, or later where the forum's last event was later.
 */
public final class Forum {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ForumState state;
    private final Views views;
    private final ForumActions actions;

    private Forum(ForumState state, Clock clock) {
        this.state = state;
        views = new Views(state);
        actions = new ForumActions(state, clock);
    }

    public static Forum generate(ForumShape shape, Clock clock) {
        return new Forum(ForumGenerator.generate(shape), clock);
    }

    public ForumShape shape() {
        return state.shape;
    }

    public List<SimulatedBoard> boards() {
        return reading(() -> state.boards.stream().map(views::board).toList());
    }

    public List<SimulatedUser> users() {
        return reading(() -> state.users.stream().map(views::user).toList());
    }

    /** All threads that boards list, readable or not, in the order of their start. */
    public Stream<SimulatedThread> threads() {
        return IntStream.range(0, reading(state.threads::size))
                .mapToObj(index -> reading(() -> listedThread(index)))
                .filter(Objects::nonNull);
    }

    private @Nullable SimulatedThread listedThread(int index) {
        var thread = state.threads.get(index);
        return thread.deleted ? null : views.thread(thread);
    }

    /** All posts that a careful reader can know, in the order of their PIDs, each as it is when the stream comes to it. */
    public Stream<SimulatedPost> posts() {
        return IntStream.range(0, reading(state.posts::size))
                .mapToObj(post -> reading(() -> visiblePost(post)))
                .filter(Objects::nonNull);
    }

    private @Nullable SimulatedPost visiblePost(int post) {
        return state.visible(post) ? views.post(post) : null;
    }

    /** The post as a careful reader knows it; nothing where it is not to be seen. */
    public @Nullable SimulatedPost post(long pid) {
        return reading(() -> {
            int post = state.post(pid);
            return post == PostColumns.NO_POST ? null : visiblePost(post);
        });
    }

    /** The thread as boards list it; nothing where there is none. */
    public @Nullable SimulatedThread thread(long tid) {
        return reading(() -> {
            var thread = state.thread(tid);
            return thread == null || thread.deleted ? null : views.thread(thread);
        });
    }

    /** The page that answers for a user; nothing where the forum says there is no such user. */
    public @Nullable Profile profile(long uid) {
        return reading(() -> Profiles.profile(state, state.user(uid)));
    }

    /**
     * A page of a board's list; nothing where there is no such board.
     *
     * @param page 0 means 1
     * @param offset how many threads to skip, negative to go by page
     */
    public @Nullable BoardPage boardPage(long bid, int page, int offset, boolean withStickies, boolean withGlobals) {
        var answer = reading(() -> {
            var board = state.board(bid);
            return board == null ? null : boardPage(board, page, offset, withStickies, withGlobals);
        });
        if (answer != null && answer.page() > 1 && state.odd(Oddity.MOVING_THREADS)) {
            writing(() -> actions.replyWhileListIsRead(bid));
        }
        return answer;
    }

    private BoardPage boardPage(BoardState board, int page, int offset, boolean withStickies, boolean withGlobals) {
        int start = Place.start(page, offset);
        var threads = new ArrayList<SimulatedThread>();
        if (board.access == Access.READABLE) {
            if (start == 0) {
                board.stickies.stream()
                        .filter(thread -> withStickies && !thread.global)
                        .forEach(thread -> threads.add(views.thread(thread)));
                state.globals.stream()
                        .filter(thread -> withGlobals)
                        .forEach(thread -> threads.add(views.thread(thread)));
            } else if (state.odd(Oddity.REPEATED_THREADS) && offset < 0 && start < board.threads()) {
                threads.add(views.thread(board.thread(start - 1)));
            }
            for (int rank = start; rank < Math.min(Place.end(start), board.threads()); rank++) {
                threads.add(views.thread(board.thread(rank)));
            }
        }
        return new BoardPage(views.board(board), Place.page(start), start, threads);
    }

    /**
     * A page of a thread; nothing where there is no such thread.
     *
     * @param page 0 means 1
     * @param offset how many places to skip, negative to go by page
     */
    public @Nullable ThreadPage threadPage(long tid, int page, int offset) {
        return reading(() -> {
            var thread = state.thread(tid);
            return thread == null || thread.deleted ? null : threadPage(thread, Place.start(page, offset));
        });
    }

    private ThreadPage threadPage(ThreadState thread, int start) {
        return threadPage(thread, start, Math.min(Place.end(start), thread.size()));
    }

    private ThreadPage threadPage(ThreadState thread, int start, int end) {
        var posts = new ArrayList<SimulatedPost>(ThreadState.POSTS_PER_PAGE);
        if (thread.readable()) {
            for (int place = start; place < end; place++) {
                int post = thread.post(place);
                if (state.posts.shown(post)) {
                    posts.add(views.post(post));
                }
            }
        }
        return new ThreadPage(views.thread(thread), Place.page(start), start, posts);
    }

    /** The page that holds a post: page 1, or with an oddity an empty one, where the thread has no such post. */
    public @Nullable ThreadPage threadPageOf(long tid, long pid) {
        return reading(() -> {
            var thread = state.thread(tid);
            if (thread == null || thread.deleted) {
                return null;
            }
            int place = place(thread, pid);
            if (place >= 0) {
                return threadPage(thread, Place.start(Place.page(place), -1));
            }
            boolean empty = state.odd(Oddity.EMPTY_PAGE_FOR_LOST_PID) && pid % 2 == 0;
            return threadPage(thread, empty ? thread.pages() * ThreadState.POSTS_PER_PAGE : 0);
        });
    }

    /** A page with one post alone, empty where the thread has no such post. */
    public @Nullable ThreadPage threadPageOfOnly(long tid, long pid) {
        return reading(() -> {
            var thread = state.thread(tid);
            if (thread == null || thread.deleted) {
                return null;
            }
            int place = place(thread, pid);
            return place >= 0 ? threadPage(thread, place, place + 1) : threadPage(thread, 0, 0);
        });
    }

    /** The place of a shown post, negative where the thread has none. */
    private int place(ThreadState thread, long pid) {
        int post = state.post(pid);
        return post == PostColumns.NO_POST || !state.posts.shown(post) ? -1 : thread.place(post);
    }

    public Truth truth() {
        return reading(this::countTruth);
    }

    private Truth countTruth() {
        int posts = 0;
        int hidden = 0;
        long edits = 0;
        var threads = new BitSet();
        var users = new BitSet();
        var boards = new BitSet();
        for (int post = 0; post < state.posts.size(); post++) {
            if (state.visible(post)) {
                posts++;
                hidden += state.posts.hidden(post) ? 1 : 0;
                edits += state.edits(post).count();
                threads.set(state.posts.thread(post));
                users.set(state.posts.user(post));
                boards.set((int) state.threadOf(post).board.bid);
            }
        }
        return new Truth(
                posts,
                threads.cardinality(),
                state.boards.size(),
                boards.cardinality(),
                users.cardinality(),
                edits,
                hidden);
    }

    /** A reply by somebody; returns its PID. */
    public long newPost(long tid) {
        return writing(() -> actions.newPost(tid));
    }

    /** A reply with a content of one's own, served as it is; returns its PID. */
    public long newPost(long tid, long uid, String content) {
        return writing(() -> actions.newPost(tid, uid, content));
    }

    /** A thread with a first post by somebody; returns its TID. */
    public long newThread(long bid) {
        return writing(() -> actions.newThread(bid));
    }

    /** A user who has not written yet; returns the UID. */
    public long newUser(String name) {
        return writing(() -> actions.newUser(name));
    }

    /** An edit by the poster, now and then by a moderator, that changes the content. */
    public void editPost(long pid) {
        writing(() -> actions.editPost(pid));
    }

    /** An edit by the poster. */
    public void editPost(long pid, String content) {
        writing(() -> actions.editPost(pid, content));
    }

    public void hidePost(long pid) {
        writing(() -> actions.hidePost(pid, true));
    }

    public void unhidePost(long pid) {
        writing(() -> actions.hidePost(pid, false));
    }

    /** Takes a post away; later posts move up. A thread that loses its last shown post is deleted. */
    public void deletePost(long pid) {
        writing(() -> actions.deletePost(pid));
    }

    /** Makes a post invisible; it keeps its place and leaves a gap. */
    public void makeInvisible(long pid) {
        writing(() -> actions.makeInvisible(pid));
    }

    public void deleteThread(long tid) {
        writing(() -> actions.deleteThread(tid));
    }

    /** Makes a thread unreadable although listed, or readable again. */
    public void setAccess(long tid, Access access) {
        writing(() -> actions.setAccess(tid, access));
    }

    public void moveThread(long tid, long bid) {
        writing(() -> actions.moveThread(tid, bid));
    }

    /** Moves a post and all later ones of its thread to a new thread in the same board; returns the new TID. */
    public long splitThread(long tid, long fromPid) {
        return writing(() -> actions.splitThread(tid, fromPid));
    }

    public void closeThread(long tid) {
        writing(() -> actions.closeThread(tid, true));
    }

    public void reopenThread(long tid) {
        writing(() -> actions.closeThread(tid, false));
    }

    /** From now on posts and edits of the user bear another name. */
    public void renameUser(long uid, String name) {
        writing(() -> actions.renameUser(uid, name));
    }

    /** One random event of a busy day, decided by the dice; short description of it for logs. */
    public String anythingHappens(Dice dice) {
        return writing(() -> new RandomEvent(state, actions, dice).happen());
    }

    /** When the newest event happened. */
    public Instant lastEventAt() {
        return reading(actions::lastEventAt);
    }

    private <T extends @Nullable Object> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T extends @Nullable Object> T writing(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void writing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
