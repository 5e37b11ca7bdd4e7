package potstats2.ingest;

import static potstats2.ingest.ForumFixtures.seen;
import static potstats2.ingest.ForumFixtures.written;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import potstats2.events.BoardObserved;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;
import potstats2.events.PostObserved.UserName;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;

/**
 * A random history of a small forum in which much happens to few things: posts move, vanish and come back, moderators
 * edit, people rename themselves, also back. No two observations are at the same instant.
 */
public final class ForumHistory {
    private static final List<String> NAMES = List.of("anna", "Zoë", "b😀b", "ANNA");

    private final Random random;
    private final int posts;
    private final int threads;
    private final int users;
    private long clock;

    public ForumHistory(Random random, int posts, int threads, int users) {
        this.random = random;
        this.posts = posts;
        this.threads = threads;
        this.users = users;
    }

    /** The next observations. */
    public List<ForumEvent> observe(int count) {
        var events = new ArrayList<ForumEvent>();
        for (int i = 0; i < count; i++) {
            events.add(observe());
        }
        return events;
    }

    private ForumEvent observe() {
        clock++;
        int kind = random.nextInt(20);
        if (kind < 11) {
            return post();
        }
        if (kind < 15) {
            long pid = pid();
            return new PostVanished(pid, tid(pid), seen(clock));
        }
        if (kind < 18) {
            return thread();
        }
        return kind == 18 ? board() : profile();
    }

    private long pid() {
        return 1L + random.nextInt(posts);
    }

    /** Mostly where the post always was. */
    private long tid(long pid) {
        return random.nextInt(4) > 0 ? 1 + pid % threads : 1L + random.nextInt(threads);
    }

    private PostObserved post() {
        long pid = pid();
        var poster = random.nextInt(10) > 0 ? user(1 + pid % users) : user(1L + random.nextInt(users));
        boolean hidden = random.nextInt(10) == 0;
        return new PostObserved(
                pid,
                tid(pid),
                poster,
                written(pid / 2), // two posts in the same second
                random.nextInt(3),
                edit(pid),
                random.nextInt(4) == 0 ? 54L : null,
                random.nextInt(4) == 0 ? new Avatar(random.nextBoolean() ? 9L : null, "./a.gif") : null,
                "",
                hidden ? "" : "Grüße 😀 \"\\{},\n" + random.nextInt(3),
                hidden,
                seen(clock));
    }

    private @Nullable Edit edit(long pid) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        long editor = random.nextBoolean() ? 1 + pid % users : 1L + random.nextInt(users);
        return new Edit(user(editor), written(pid + random.nextInt(20)));
    }

    private UserName user(long uid) {
        return new UserName(uid, NAMES.get(random.nextInt(NAMES.size())), random.nextBoolean() ? 3L : null);
    }

    private ThreadObserved thread() {
        long tid = 1L + random.nextInt(threads);
        return new ThreadObserved(
                tid,
                1L + random.nextInt(3),
                "Thread " + random.nextInt(3),
                "",
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                clock,
                random.nextInt(9),
                random.nextBoolean() ? List.of() : List.of("a\"b", "c\\d", "{e, f}"),
                random.nextInt(5) == 0,
                seen(clock));
    }

    private BoardObserved board() {
        return new BoardObserved(
                1L + random.nextInt(3),
                "Board " + random.nextInt(2),
                "",
                new BoardObserved.Category(1, "Category", ""),
                seen(clock));
    }

    private ProfileObserved profile() {
        long uid = 1L + random.nextInt(users + 2);
        boolean exists = random.nextInt(4) > 0;
        return new ProfileObserved(
                uid,
                exists ? NAMES.get(random.nextInt(NAMES.size())) : null,
                exists ? LocalDateTime.of(2004, 12, 31, 23, 59) : null,
                null,
                null,
                exists ? ProfileObserved.AccountState.ACTIVE : null,
                null,
                null,
                List.of("gruen", "rot"),
                exists,
                exists,
                seen(clock));
    }
}
