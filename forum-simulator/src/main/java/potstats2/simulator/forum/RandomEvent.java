package potstats2.simulator.forum;

import org.jspecify.annotations.Nullable;

/** Something that happens in a forum by chance: mostly replies, most of them where people talk right now. */
final class RandomEvent {

    private static final int ATTEMPTS = 50;

    private final ForumState forum;
    private final ForumActions actions;
    private final Dice dice;

    RandomEvent(ForumState forum, ForumActions actions, Dice dice) {
        this.forum = forum;
        this.actions = actions;
        this.dice = dice;
    }

    String happen() {
        int kind = dice.below(1000);
        Integer post = visiblePost(kind < 700);
        if (post == null || kind < 40) {
            return "new thread " + actions.newThread(readableBoard().bid);
        }
        long pid = forum.pid(post);
        var thread = forum.threadOf(post);
        long tid = forum.tid(thread.index);
        if (kind < 700) {
            return "new post " + actions.newPost(tid);
        } else if (kind < 860) {
            actions.editPost(pid);
            return "edited post " + pid;
        } else if (kind < 890) {
            actions.hidePost(pid, true);
            return "hid post " + pid;
        } else if (kind < 905) {
            actions.hidePost(pid, false);
            return "showed post " + pid;
        } else if (kind < 940) {
            actions.deletePost(pid);
            return "deleted post " + pid;
        } else if (kind < 950 && forum.odd(Oddity.INVISIBLE_POSTS)) {
            actions.makeInvisible(pid);
            return "made post " + pid + " invisible";
        } else if (kind < 960) {
            long bid = readableBoard().bid;
            actions.moveThread(tid, bid);
            return "moved thread " + tid + " to board " + bid;
        } else if (kind < 970) {
            return split(thread, post);
        } else if (kind < 985) {
            return rename();
        } else if (kind < 990 && thread.size() < 100) {
            actions.deleteThread(tid);
            return "deleted thread " + tid;
        }
        if (kind >= 994 && forum.odd(Oddity.HIDDEN_AND_RESTORED)) {
            return hideOrRestore(tid);
        }
        actions.closeThread(tid, !thread.closed);
        return (thread.closed ? "closed thread " : "reopened thread ") + tid;
    }

    private String hideOrRestore(long tid) {
        var hidden = forum.threads.stream()
                .filter(thread -> !thread.deleted && thread.access == Access.HIDDEN)
                .toList();
        if (hidden.isEmpty() || dice.below(2) == 0) {
            actions.setAccess(tid, Access.HIDDEN);
            return "hid thread " + tid;
        }
        long restored = forum.tid(hidden.get(dice.below(hidden.size())).index);
        actions.setAccess(restored, Access.READABLE);
        return "showed thread " + restored;
    }

    private String split(ThreadState thread, int post) {
        long tid = forum.tid(thread.index);
        if (thread.place(post) <= 0 || thread.firstShown(forum.posts) == post) {
            return "new post " + actions.newPost(tid);
        }
        return "split thread " + tid + ", new thread " + actions.splitThread(tid, forum.pid(post));
    }

    /** Every third time back to an earlier name. */
    private String rename() {
        var user = forum.users.get(dice.below(forum.users.size()));
        String name = dice.below(3) == 0
                ? user.namings.get(0).name()
                : user.namings.get(0).name() + " " + user.namings.size() + ".1";
        actions.renameUser(user.uid, name);
        return "renamed user " + user.uid + " to " + name;
    }

    private BoardState readableBoard() {
        double unit = dice.unit();
        var board = forum.boards.get((int) (forum.boards.size() * unit * unit));
        return board.access == Access.READABLE ? board : forum.boards.get(0);
    }

    /** Four times in five one of the newest; on request in a thread open for replies. */
    private @Nullable Integer visiblePost(boolean open) {
        int size = forum.posts.size();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int post = dice.below(5) == 0 ? dice.below(size) : size - 1 - dice.below(Math.min(size, 300));
            if (forum.visible(post) && !(open && forum.threadOf(post).closed)) {
                return post;
            }
        }
        return null;
    }
}
