package potstats2.simulator.forum;

import java.util.Arrays;
import java.util.List;

/** Makes a whole forum from its shape, post by post in the order of time. */
final class ForumGenerator {

    private static final double THREADS_PER_POST = 662 / 20_000.0;
    private static final int POSTS_PER_USER = 150;
    private static final int FEWEST_USERS = 8;

    private static final double REPLIES_TO_EVERGREENS = 0.09;

    /** How many threads people keep in mind; the one started longest ago is forgotten for a new one. */
    private static final int ATTENTION = 60;

    private static final double TYPICAL_THREAD = 20;
    private static final double SPREAD_OF_THREADS = 0.8;

    private final ForumShape shape;
    private final ForumState forum;
    private final Dice dice;
    private final int[] times;

    /** Threads people still reply to, evergreens apart, in the order of their start. */
    private final int[] lively = new int[ATTENTION];

    /** How many replies each of them is still good for. */
    private final int[] repliesLeft = new int[ATTENTION];

    private int livelyCount;
    private final int[] evergreens;
    private int evergreenCount;
    private int nextStarter;
    private int[] usersByActivity = {};

    private ForumGenerator(ForumShape shape) {
        this.shape = shape;
        forum = new ForumState(shape);
        dice = new Dice(shape.seed(), Dice.Purpose.GENERATION, 0);
        times = Timeline.times(shape.posts(), ForumShape.BEGINNING, shape.until(), shape.seed());
        evergreens = new int[(int) (shape.posts() * THREADS_PER_POST / 100) + 2];
    }

    static ForumState generate(ForumShape shape) {
        var generator = new ForumGenerator(shape);
        generator.addBoards();
        generator.addUsers();
        generator.addPosts();
        generator.renameUsers();
        generator.flagThreads();
        generator.listThreads();
        return generator.forum;
    }

    private void addBoards() {
        forum.boards.addAll(BoardNames.forPosts(shape.posts()));
        if (forum.odd(Oddity.NO_ACCESS)) {
            forum.boards.get(forum.boards.size() - 1).access = Access.NO_ACCESS;
        }
    }

    /** User 0 moderates but never writes. */
    private void addUsers() {
        int count = Math.max(FEWEST_USERS, shape.posts() / POSTS_PER_USER);
        for (int user = 0; user < count; user++) {
            String name = Profiles.shadowsNext(user) ? Long.toString(forum.uid(user + 1)) : GermanText.userName(user);
            forum.users.add(new UserState(user, forum.uid(user), name));
        }
        usersByActivity = shuffled(1, count);
        forum.moderators.add(forum.users.get(0));
        for (int rank = 0; rank < Math.min(5, usersByActivity.length); rank++) {
            forum.moderators.add(forum.users.get(usersByActivity[rank]));
        }
        forum.moderators.forEach(moderator -> moderator.groupId = 6);
        for (var board : forum.boards) {
            board.moderators.add(forum.moderators.get(dice.below(forum.moderators.size())));
        }
    }

    private int[] shuffled(int from, int to) {
        int[] numbers = new int[to - from];
        for (int i = 0; i < numbers.length; i++) {
            int j = dice.below(i + 1);
            numbers[i] = numbers[j];
            numbers[j] = from + i;
        }
        return numbers;
    }

    private void addPosts() {
        double share = 1 / THREADS_PER_POST;
        for (int post = 0; post < shape.posts(); post++) {
            int user = chooseUser(post);
            var poster = forum.users.get(user);
            poster.firstPostTime = Math.min(poster.firstPostTime, times[post]);
            if (post == nextStarter) {
                var thread = startThread();
                int next = (int) ((forum.threads.size() + dice.unit()) * share);
                nextStarter = Math.max(post + 1, next);
                forum.posts.add(times[post], user, thread.index, PostColumns.NO_POST);
                thread.append(post);
                continue;
            }
            var thread = forum.threads.get(chooseThread());
            forum.posts.add(times[post], user, thread.index, chooseQuoted(thread));
            decideFate(post, thread);
        }
    }

    /** Zipf-like, and nobody stays for ever. */
    private int chooseUser(int post) {
        int user = 0;
        double now = (double) post / shape.posts();
        for (int attempt = 0; attempt < 4; attempt++) {
            user = usersByActivity[(int) (usersByActivity.length * Math.pow(dice.unit(), 2.2))];
            double joined = user * 0.8 / forum.users.size();
            double years = user % 7 == 0 ? 1 : 0.1 + user % 10 * 0.06;
            if (now >= joined && now < joined + years) {
                return user;
            }
        }
        return user;
    }

    private ThreadState startThread() {
        // The first board is readable, so that something is.
        int board = forum.threads.isEmpty() ? 0 : (int) (forum.boards.size() * Math.pow(dice.unit(), 2));
        var thread = new ThreadState(forum.threads.size(), forum.boards.get(board));
        forum.threads.add(thread);
        if (isEvergreen(thread.index)) {
            evergreens[evergreenCount++] = thread.index;
        } else {
            enliven(thread.index);
        }
        return thread;
    }

    private static boolean isEvergreen(int thread) {
        return thread % 100 == 5;
    }

    private void enliven(int thread) {
        int replies = (int) (TYPICAL_THREAD * Math.exp(SPREAD_OF_THREADS * dice.gaussian())) - 1;
        if (replies <= 0) {
            return;
        }
        if (livelyCount == ATTENTION) {
            forget(0);
        }
        lively[livelyCount] = thread;
        repliesLeft[livelyCount++] = replies;
    }

    private void forget(int at) {
        livelyCount--;
        System.arraycopy(lively, at + 1, lively, at, livelyCount - at);
        System.arraycopy(repliesLeft, at + 1, repliesLeft, at, livelyCount - at);
    }

    /** Mostly what is lively, the newer the more; else one of those that never end. */
    private int chooseThread() {
        double unit = dice.unit();
        if (evergreenCount > 0 && (livelyCount == 0 || dice.chance(REPLIES_TO_EVERGREENS))) {
            return evergreens[(int) (evergreenCount * unit * unit)];
        } else if (livelyCount == 0) {
            return forum.threads.size() - 1;
        }
        int at = livelyCount - 1 - (int) (livelyCount * unit * unit);
        int thread = lively[at];
        if (--repliesLeft[at] == 0) {
            forget(at);
        }
        return thread;
    }

    private int chooseQuoted(ThreadState thread) {
        if (!dice.chance(0.22) || thread.size() == 0) {
            return PostColumns.NO_POST;
        }
        int back = 1 + dice.below(Math.min(thread.size(), 12));
        return thread.post(thread.size() - back);
    }

    private void decideFate(int post, ThreadState thread) {
        double fate = dice.unit();
        if (fate < 0.015) {
            forum.posts.remove(post);
            return;
        }
        thread.append(post);
        if (fate < 0.02) {
            forum.posts.hide(post, true);
        } else if (fate < 0.025 && forum.odd(Oddity.INVISIBLE_POSTS)) {
            forum.posts.makeInvisible(post);
        }
    }

    /** One in ten has a new name some day; one in three of them takes the old one back. */
    private void renameUsers() {
        for (var user : forum.users) {
            if (user.index % 10 != 3 || Profiles.shadowsNext(user.index)) {
                continue;
            }
            int first = secondChangeAt((int) (shape.posts() * (0.2 + 0.4 * dice.unit())));
            rename(user, user.name() + " 2.0", first);
            if (dice.chance(0.35)) {
                rename(user, user.namings.get(0).name(), secondChangeAt(first + (shape.posts() - first) / 2));
            }
        }
    }

    private void rename(UserState user, String name, int fromPost) {
        if (fromPost < shape.posts()) {
            user.namings.add(new UserState.Naming(name, fromPost, times[fromPost]));
        }
    }

    /** The next post that is not of the same second as the one before. */
    private int secondChangeAt(int post) {
        int at = Math.max(1, post);
        while (at < shape.posts() && times[at] == times[at - 1]) {
            at++;
        }
        return at;
    }

    private void flagThreads() {
        int gapped = 0;
        for (var thread : forum.threads) {
            thread.closed = thread.index % 25 == 8;
            thread.access = access(thread.index);
            if (forum.odd(Oddity.INVISIBLE_POSTS) && thread.pages() > 2 && gapped++ % 4 == 0) {
                leaveGap(thread);
            }
            if (forum.odd(Oddity.GAPS_AND_WRONG_CLAIMS) && thread.index % 10 < 2 && thread.pages() > 1) {
                leaveGaps(thread);
            }
        }
        int special = 0;
        for (var thread : forum.threads) {
            if (thread.access != Access.READABLE || thread.board.access != Access.READABLE) {
                continue;
            }
            if (special < forum.boards.size() && thread.index % 9 == 2) {
                thread.sticky = true;
                thread.important = special % 2 == 0;
                thread.closed |= special % 3 == 0;
                special++;
            } else if (forum.globals.size() < 2 && thread.index % 9 == 4) {
                thread.global = true;
                thread.sticky = true;
                thread.announcement = true;
                thread.important = true;
                thread.closed = true;
                forum.globals.add(thread);
            }
        }
    }

    private Access access(int thread) {
        return switch (thread % 100) {
            case 17 -> forum.odd(Oddity.LISTED_BUT_GONE) ? Access.GONE : Access.READABLE;
            case 37 -> forum.odd(Oddity.HIDDEN_THREADS) ? Access.HIDDEN : Access.READABLE;
            case 57 -> forum.odd(Oddity.MEMBERS_ONLY) ? Access.MEMBERS_ONLY : Access.READABLE;
            case 77 -> forum.odd(Oddity.NO_ACCESS) ? Access.NO_ACCESS : Access.READABLE;
            default -> Access.READABLE;
        };
    }

    /** Makes some posts of a page in the middle of a thread invisible. */
    private void leaveGap(ThreadState thread) {
        int page = 1 + dice.below(thread.pages() - 2);
        int invisible = 1 + dice.below(12);
        for (int i = 0; i < invisible; i++) {
            int place = page * ThreadState.POSTS_PER_PAGE + dice.below(ThreadState.POSTS_PER_PAGE);
            forum.posts.makeInvisible(thread.post(place));
        }
    }

    /** On the first page and the last, and now and then all of the second. */
    private void leaveGaps(ThreadState thread) {
        var chance = new Dice(shape.seed(), Dice.Purpose.GAPS, thread.index);
        int last = (thread.size() - 1) / ThreadState.POSTS_PER_PAGE * ThreadState.POSTS_PER_PAGE;
        makeInvisible(thread, 0, ThreadState.POSTS_PER_PAGE, 1 + chance.below(9), chance);
        makeInvisible(thread, last, thread.size() - last, chance.below(4), chance);
        if (last > ThreadState.POSTS_PER_PAGE && chance.chance(0.3)) {
            for (int place = ThreadState.POSTS_PER_PAGE; place < 2 * ThreadState.POSTS_PER_PAGE; place++) {
                forum.posts.makeInvisible(thread.post(place));
            }
        }
    }

    private void makeInvisible(ThreadState thread, int from, int places, int number, Dice chance) {
        for (int i = 0; i < number; i++) {
            forum.posts.makeInvisible(thread.post(from + chance.below(places)));
        }
    }

    private void listThreads() {
        for (var thread : forum.threads) {
            thread.trim();
            thread.activity = thread.lastShown(forum.posts);
        }
        var byActivity = forum.threads.toArray(ThreadState[]::new);
        Arrays.sort(byActivity, (a, b) -> Integer.compare(a.activity, b.activity));
        List.of(byActivity).forEach(thread -> thread.board.insert(thread));
    }
}
