package potstats2.simulator.forum;

import java.util.Arrays;

/** All posts ever written, in the order of writing, a few bytes each; everything else about a post is computed. */
final class PostColumns {

    static final int NO_POST = -1;

    private static final byte HIDDEN = 1;
    private static final byte GONE = 2;
    private static final byte INVISIBLE = 4;

    private int[] times;
    private int[] users;
    private int[] threads;
    private int[] quotes;
    private byte[] flags;
    private int size;

    PostColumns(int capacity) {
        times = new int[capacity];
        users = new int[capacity];
        threads = new int[capacity];
        quotes = new int[capacity];
        flags = new byte[capacity];
    }

    int add(int time, int user, int thread, int quoted) {
        if (size == times.length) {
            grow(size + Math.max(1024, size / 4));
        }
        times[size] = time;
        users[size] = user;
        threads[size] = thread;
        quotes[size] = quoted;
        return size++;
    }

    private void grow(int capacity) {
        times = Arrays.copyOf(times, capacity);
        users = Arrays.copyOf(users, capacity);
        threads = Arrays.copyOf(threads, capacity);
        quotes = Arrays.copyOf(quotes, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    int size() {
        return size;
    }

    /** Seconds since the epoch. */
    int time(int post) {
        return times[post];
    }

    int user(int post) {
        return users[post];
    }

    int thread(int post) {
        return threads[post];
    }

    /** The earlier post this one quotes, or {@link #NO_POST}. */
    int quoted(int post) {
        return quotes[post];
    }

    boolean hidden(int post) {
        return (flags[post] & HIDDEN) != 0;
    }

    boolean gone(int post) {
        return (flags[post] & GONE) != 0;
    }

    /** Whether the forum shows the post, with or without its text, to those who may read its thread. */
    boolean shown(int post) {
        return (flags[post] & (GONE | INVISIBLE)) == 0;
    }

    void moveTo(int post, int thread) {
        threads[post] = thread;
    }

    void hide(int post, boolean hidden) {
        flags[post] = (byte) (hidden ? flags[post] | HIDDEN : flags[post] & ~HIDDEN);
    }

    void remove(int post) {
        flags[post] |= GONE;
    }

    void makeInvisible(int post) {
        flags[post] |= INVISIBLE;
    }
}
