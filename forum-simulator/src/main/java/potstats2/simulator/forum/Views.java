package potstats2.simulator.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes boards, threads, posts and users of a forum as its readers see them. */
final class Views {

    private final ForumState forum;
    private final PostText text;

    Views(ForumState forum) {
        this.forum = forum;
        text = new PostText(forum);
    }

    SimulatedUser user(UserState user) {
        var names = user.namings.stream().map(UserState.Naming::name).toList();
        return new SimulatedUser(user.uid, user.name(), names.subList(0, names.size() - 1));
    }

    SimulatedBoard board(BoardState board) {
        return new SimulatedBoard(
                board.bid,
                board.name,
                board.description,
                board.category,
                board.access,
                board.threads(),
                board.places - board.threads(),
                board.threads() == 0 ? null : mark(board.thread(0).activity),
                board.moderators.stream().map(this::user).toList());
    }

    SimulatedThread thread(ThreadState thread) {
        var dice = new Dice(forum.shape.seed(), Dice.Purpose.THREAD, thread.index);
        int replies = replyEstimate(thread);
        int first = thread.firstShown(forum.posts);
        return new SimulatedThread(
                forum.tid(thread.index),
                thread.board.bid,
                title(thread),
                dice.chance(0.4) ? GermanText.title(dice) : "",
                thread.access == Access.READABLE && thread.board.access != Access.READABLE
                        ? thread.board.access
                        : thread.access,
                thread.closed,
                thread.sticky,
                thread.important,
                thread.announcement,
                thread.global,
                dice.below(500) + thread.size() * 17,
                replies,
                ThreadState.pages(replies),
                mark(first),
                thread.activity == first ? null : mark(thread.activity),
                tags(thread));
    }

    private String title(ThreadState thread) {
        return GermanText.title(new Dice(forum.shape.seed(), Dice.Purpose.TITLE, thread.index));
    }

    private List<String> tags(ThreadState thread) {
        var dice = new Dice(forum.shape.seed(), Dice.Purpose.TAGS, thread.index);
        if (!dice.chance(0.2)) {
            return List.of();
        }
        var tags = new ArrayList<String>();
        int count = 1 + dice.below(4);
        for (int i = 0; i < count; i++) {
            String tag = GermanText.tag(dice);
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return Collections.unmodifiableList(tags);
    }

    /** Wrong as {@link Oddity#LYING_COUNTS} has it, but never so that a page with a gap hides others. */
    private int replyEstimate(ThreadState thread) {
        int replies = Math.max(0, thread.size() - 1);
        if (forum.odd(Oddity.GAPS_AND_WRONG_CLAIMS) && thread.index % 10 < 2) {
            var dice = new Dice(forum.shape.seed(), Dice.Purpose.GAPS, thread.index);
            int wrongBy = ThreadState.POSTS_PER_PAGE * (1 + dice.below(4));
            return Math.max(0, replies + (thread.index % 10 == 0 ? wrongBy : -wrongBy));
        }
        if (!forum.odd(Oddity.LYING_COUNTS)) {
            return replies;
        }
        var dice = new Dice(forum.shape.seed(), Dice.Purpose.REPLY_ESTIMATE, thread.index);
        int kind = dice.below(100);
        int wrongBy = kind < 6
                ? ThreadState.POSTS_PER_PAGE
                : kind < 12 ? -ThreadState.POSTS_PER_PAGE : kind < 30 ? dice.below(9) - 4 : 0;
        int estimate = Math.max(0, replies + wrongBy);
        for (int page = ThreadState.pages(estimate); page < thread.pages(); page++) {
            if (!thread.full(page, forum.posts)) {
                return replies;
            }
        }
        return estimate;
    }

    private SimulatedThread.Mark mark(int post) {
        var user = forum.user(post);
        var thread = forum.threadOf(post);
        return new SimulatedThread.Mark(
                forum.pid(post),
                user.uid,
                name(user, post),
                user.groupId,
                Instant.ofEpochSecond(forum.posts.time(post)),
                forum.posts.hidden(post) ? null : iconId(details(post)),
                forum.tid(thread.index),
                title(thread),
                thread.board.bid);
    }

    SimulatedPost post(int post) {
        var user = forum.user(post);
        var thread = forum.threadOf(post);
        boolean hidden = forum.posts.hidden(post);
        var edits = forum.edits(post);
        var details = details(post);
        var icon = iconId(details);
        String title = details.chance(0.04) ? GermanText.title(details) : "";
        return new SimulatedPost(
                forum.pid(post),
                forum.tid(thread.index),
                thread.board.bid,
                user.uid,
                name(user, post),
                user.groupId,
                Instant.ofEpochSecond(forum.posts.time(post)),
                edits.count(),
                edits.last(),
                hidden ? null : icon,
                avatar(user, post),
                hidden ? "" : title,
                hidden ? "" : text.content(post),
                hidden);
    }

    private String name(UserState user, int post) {
        boolean nameless =
                forum.isGuest(user.index) && new Dice(forum.shape.seed(), Dice.Purpose.GUEST, post).chance(0.3);
        return nameless ? "" : user.nameAtPost(post);
    }

    private Dice details(int post) {
        return new Dice(forum.shape.seed(), Dice.Purpose.POST_DETAILS, post);
    }

    /** The first thing decided about a post's details, here and in the marks. */
    private static @Nullable Integer iconId(Dice details) {
        int icon = details.below(400);
        return icon < 40 ? icon + 20 : null;
    }

    /** People change their picture now and then. */
    private static SimulatedPost.@Nullable Avatar avatar(UserState user, int post) {
        if (user.index % 3 == 0) {
            return null;
        }
        int avid = 1000 + user.index * 5 + (post >>> 14) % 5;
        return new SimulatedPost.Avatar(avid, "./avatare/" + avid + (user.index % 2 == 0 ? ".gif" : "-größer.png"));
    }
}
