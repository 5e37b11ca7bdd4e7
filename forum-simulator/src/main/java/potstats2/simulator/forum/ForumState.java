package potstats2.simulator.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the forum is made of; {@link Forum} guards it against simultaneous use. */
final class ForumState {

    final ForumShape shape;
    final PostColumns posts;
    final List<ThreadState> threads = new ArrayList<>();
    final List<UserState> users = new ArrayList<>();
    final List<BoardState> boards = new ArrayList<>();
    final List<ThreadState> globals = new ArrayList<>();
    final List<UserState> moderators = new ArrayList<>();

    /** Posts that stood in another thread when they were written. */
    final Map<Integer, Integer> originalThreads = new HashMap<>();

    /** Contents of posts that were not, or no longer, made from the seed. */
    final Map<Integer, String> writtenContents = new HashMap<>();

    /** Newest edits made since the forum was generated. */
    final Map<Integer, Edits> liveEdits = new HashMap<>();

    /** The user who is none, where there are guests. */
    static final int GUEST = 5;

    private static final long GUEST_UID = 0;

    private final IdSpace pids;
    private final IdSpace tids;
    private final IdSpace uids;

    /** All edits of one post: how many, and the newest. */
    record Edits(int count, SimulatedPost.@Nullable Edit last) {

        static final Edits NONE = new Edits(0, null);
    }

    ForumState(ForumShape shape) {
        this.shape = shape;
        posts = new PostColumns(shape.posts());
        pids = new IdSpace(shape.seed(), Dice.Purpose.PID, 1_236_000_000L, 5);
        tids = new IdSpace(shape.seed(), Dice.Purpose.TID, 1_000, 3);
        uids = new IdSpace(shape.seed(), Dice.Purpose.UID, 2_800, 97);
    }

    boolean odd(Oddity oddity) {
        return shape.oddities().contains(oddity);
    }

    long pid(int post) {
        return pids.id(post);
    }

    long tid(int thread) {
        return tids.id(thread);
    }

    long uid(int user) {
        return isGuest(user) ? GUEST_UID : uids.id(user);
    }

    boolean isGuest(int user) {
        return user == GUEST && odd(Oddity.GUESTS);
    }

    /** {@link PostColumns#NO_POST} where there never was such a post. */
    int post(long pid) {
        return pids.index(pid, posts.size());
    }

    @Nullable
    ThreadState thread(long tid) {
        int index = tids.index(tid, threads.size());
        return index == IdSpace.UNKNOWN ? null : threads.get(index);
    }

    ThreadState threadOf(int post) {
        return threads.get(posts.thread(post));
    }

    @Nullable
    UserState user(long uid) {
        int index = uid == GUEST_UID && odd(Oddity.GUESTS) ? GUEST : uids.index(uid, users.size());
        return index == IdSpace.UNKNOWN ? null : users.get(index);
    }

    UserState user(int post) {
        return users.get(posts.user(post));
    }

    @Nullable
    BoardState board(long bid) {
        for (var board : boards) {
            if (board.bid == bid) {
                return board;
            }
        }
        return null;
    }

    int originalThread(int post) {
        return originalThreads.getOrDefault(post, posts.thread(post));
    }

    /** Whether a reader of the forum can see the post, with or without its text. */
    boolean visible(int post) {
        return posts.shown(post) && threadOf(post).readable();
    }

    Edits edits(int post) {
        var live = liveEdits.get(post);
        return live != null ? live : generatedEdits(post);
    }

    private Edits generatedEdits(int post) {
        if (post >= shape.posts()) {
            return Edits.NONE;
        }
        var dice = new Dice(shape.seed(), Dice.Purpose.EDIT, post);
        if (!dice.chance(0.08)) {
            return Edits.NONE;
        }
        int count = 1;
        while (count < 50 && dice.chance(0.3)) {
            count++;
        }
        double delay = dice.unit();
        long editedAt = posts.time(post) + 1 + (long) (Math.pow(delay, 6) * 400_000) + (long) (delay * 600);
        int time = (int) Math.min(editedAt, shape.until().getEpochSecond());
        var editor = dice.chance(0.05) ? moderators.get(dice.below(moderators.size())) : user(post);
        return new Edits(count, edit(editor, editor.nameAtTime(time), time));
    }

    static SimulatedPost.Edit edit(UserState editor, String name, int time) {
        return new SimulatedPost.Edit(editor.uid, name, editor.groupId, Instant.ofEpochSecond(time));
    }
}
