package potstats2.simulator.forum;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a forum, one event at a time. */
final class ForumActions {

    private final ForumState forum;
    private final Clock clock;
    private final Dice dice;
    private int lastTime;

    ForumActions(ForumState forum, Clock clock) {
        this.forum = forum;
        this.clock = clock;
        dice = new Dice(forum.shape.seed(), Dice.Purpose.LIVE, 0);
        lastTime = (int) forum.shape.until().getEpochSecond();
    }

    Instant lastEventAt() {
        return Instant.ofEpochSecond(lastTime);
    }

    private int now() {
        lastTime = (int) Math.max(lastTime, clock.instant().getEpochSecond());
        return lastTime;
    }

    long newPost(long tid) {
        return reply(readableThread(tid), anyone(), null);
    }

    long newPost(long tid, long uid, String content) {
        return reply(readableThread(tid), user(uid), content);
    }

    private UserState anyone() {
        double unit = dice.unit();
        return forum.users.get(1 + (int) ((forum.users.size() - 1) * unit * unit));
    }

    private long reply(ThreadState thread, UserState user, @Nullable String content) {
        int quoted = content == null && dice.chance(0.25) ? thread.lastShown(forum.posts) : PostColumns.NO_POST;
        int post = write(thread, user, quoted, content);
        relist(thread, () -> thread.append(post));
        return forum.pid(post);
    }

    private int write(ThreadState thread, UserState user, int quoted, @Nullable String content) {
        int post = forum.posts.add(now(), user.index, thread.index, quoted);
        user.firstPostTime = Math.min(user.firstPostTime, forum.posts.time(post));
        if (content != null) {
            forum.writtenContents.put(post, content);
        }
        return post;
    }

    long newThread(long bid) {
        var thread = new ThreadState(forum.threads.size(), board(bid));
        forum.threads.add(thread);
        thread.append(write(thread, anyone(), PostColumns.NO_POST, null));
        list(thread);
        return forum.tid(thread.index);
    }

    long newUser(String name) {
        int index = forum.users.size();
        var user = new UserState(index, forum.uid(index), name);
        forum.users.add(user);
        return user.uid;
    }

    void editPost(long pid) {
        int post = shownPost(pid);
        var editor = dice.chance(0.1) ? forum.moderators.get(dice.below(forum.moderators.size())) : forum.user(post);
        var addition = new StringBuilder("\n\n[b]Edit:[/b] ");
        GermanText.sentence(dice, addition);
        edit(post, editor, new PostText(forum).content(post) + addition);
    }

    void editPost(long pid, String content) {
        int post = shownPost(pid);
        edit(post, forum.user(post), content);
    }

    private void edit(int post, UserState editor, String content) {
        forum.writtenContents.put(post, content);
        var edit = ForumState.edit(editor, editor.name(), now());
        forum.liveEdits.put(post, new ForumState.Edits(forum.edits(post).count() + 1, edit));
    }

    void hidePost(long pid, boolean hidden) {
        now();
        forum.posts.hide(shownPost(pid), hidden);
    }

    void deletePost(long pid) {
        now();
        int post = shownPost(pid);
        var thread = forum.threadOf(post);
        relist(thread, () -> {
            forum.posts.remove(post);
            thread.remove(post);
        });
    }

    void makeInvisible(long pid) {
        now();
        int post = shownPost(pid);
        relist(forum.threadOf(post), () -> forum.posts.makeInvisible(post));
    }

    void deleteThread(long tid) {
        now();
        var thread = listedThread(tid);
        thread.board.remove(thread);
        forum.globals.remove(thread);
        thread.deleted = true;
    }

    void setAccess(long tid, Access access) {
        now();
        listedThread(tid).access = access;
    }

    void moveThread(long tid, long bid) {
        now();
        var thread = listedThread(tid);
        var target = board(bid);
        thread.board.remove(thread);
        thread.board = target;
        target.insert(thread);
    }

    long splitThread(long tid, long fromPid) {
        now();
        var thread = listedThread(tid);
        int place = thread.place(shownPost(fromPid));
        if (place <= 0) {
            throw new IllegalArgumentException("thread " + tid + " cannot be split at post " + fromPid);
        }
        var split = new ThreadState(forum.threads.size(), thread.board);
        split.access = thread.access;
        forum.threads.add(split);
        relist(thread, () -> {
            for (int i = place; i < thread.size(); i++) {
                int post = thread.post(i);
                forum.originalThreads.putIfAbsent(post, thread.index);
                forum.posts.moveTo(post, split.index);
                split.append(post);
            }
            thread.cutFrom(place);
        });
        list(split);
        return forum.tid(split.index);
    }

    void closeThread(long tid, boolean closed) {
        now();
        listedThread(tid).closed = closed;
    }

    /** Posts and edits of one second never bear both names. */
    void renameUser(long uid, String name) {
        lastTime = Math.max(now(), lastTime + 1);
        user(uid).namings.add(new UserState.Naming(name, forum.posts.size(), lastTime));
    }

    /** At most a few times per board. */
    void replyWhileListIsRead(long bid) {
        var board = board(bid);
        if (board.movesLeft == 0 || board.threads() == 0 || !dice.chance(0.3)) {
            return;
        }
        var thread = board.thread(dice.below(board.threads()));
        if (thread.readable() && !thread.closed) {
            board.movesLeft--;
            reply(thread, anyone(), null);
        }
    }

    /** Changes a thread's posts, then lists it where its newest shown post puts it, or not at all. */
    private void relist(ThreadState thread, Runnable change) {
        thread.board.remove(thread);
        change.run();
        list(thread);
    }

    private void list(ThreadState thread) {
        thread.activity = thread.lastShown(forum.posts);
        if (thread.activity == PostColumns.NO_POST) {
            thread.deleted = true;
            forum.globals.remove(thread);
        } else {
            thread.board.insert(thread);
        }
    }

    private ThreadState listedThread(long tid) {
        var thread = forum.thread(tid);
        if (thread == null || thread.deleted) {
            throw new IllegalArgumentException("no thread " + tid);
        }
        return thread;
    }

    private ThreadState readableThread(long tid) {
        var thread = listedThread(tid);
        if (!thread.readable()) {
            throw new IllegalArgumentException("thread " + tid + " is not readable");
        }
        return thread;
    }

    private int shownPost(long pid) {
        int post = forum.post(pid);
        if (post == PostColumns.NO_POST || !forum.posts.shown(post) || forum.threadOf(post).deleted) {
            throw new IllegalArgumentException("no post " + pid);
        }
        return post;
    }

    private BoardState board(long bid) {
        var board = forum.board(bid);
        if (board == null) {
            throw new IllegalArgumentException("no board " + bid);
        }
        return board;
    }

    private UserState user(long uid) {
        var user = forum.user(uid);
        if (user == null) {
            throw new IllegalArgumentException("no user " + uid);
        }
        return user;
    }
}
