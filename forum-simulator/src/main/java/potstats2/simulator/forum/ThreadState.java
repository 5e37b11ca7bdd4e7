package potstats2.simulator.forum;

import java.util.Arrays;

/** A thread as it is now: its flags, its board, and the places of its posts, invisible ones included. */
final class ThreadState {

    static final int POSTS_PER_PAGE = 30;

    final int index;
    BoardState board;
    Access access = Access.READABLE;
    boolean deleted;
    boolean closed;
    boolean sticky;
    boolean important;
    boolean announcement;
    boolean global;

    /** The newest post that is shown; boards list their threads by it. */
    int activity;

    private int[] places = new int[4];
    private int size;

    ThreadState(int index, BoardState board) {
        this.index = index;
        this.board = board;
    }

    boolean readable() {
        return !deleted && access == Access.READABLE && board.access == Access.READABLE;
    }

    int size() {
        return size;
    }

    int post(int place) {
        return places[place];
    }

    int pages() {
        return pages(size - 1);
    }

    static int pages(int replies) {
        return replies / POSTS_PER_PAGE + 1;
    }

    void append(int post) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + Math.max(4, size / 2));
        }
        places[size++] = post;
    }

    void remove(int post) {
        int place = place(post);
        System.arraycopy(places, place + 1, places, place, size - place - 1);
        size--;
    }

    void cutFrom(int place) {
        size = place;
    }

    void trim() {
        places = Arrays.copyOf(places, size);
    }

    /** The place of a post, negative where this thread does not hold it. */
    int place(int post) {
        return Arrays.binarySearch(places, 0, size, post);
    }

    /** The first shown post, or {@link PostColumns#NO_POST}. */
    int firstShown(PostColumns posts) {
        for (int place = 0; place < size; place++) {
            if (posts.shown(places[place])) {
                return places[place];
            }
        }
        return PostColumns.NO_POST;
    }

    /** The last shown post, or {@link PostColumns#NO_POST}. */
    int lastShown(PostColumns posts) {
        for (int place = size - 1; place >= 0; place--) {
            if (posts.shown(places[place])) {
                return places[place];
            }
        }
        return PostColumns.NO_POST;
    }

    /** Whether every post of a page, counted from 1, is there and shown. */
    boolean full(int page, PostColumns posts) {
        int end = page * POSTS_PER_PAGE;
        if (end > size) {
            return false;
        }
        for (int place = end - POSTS_PER_PAGE; place < end; place++) {
            if (!posts.shown(places[place])) {
                return false;
            }
        }
        return true;
    }
}
