package potstats2.simulator.forum;

/** Arithmetic of pages and the places on them. */
final class Place {

    private static final int PER_PAGE = ThreadState.POSTS_PER_PAGE;
    private static final int LAST_PAGE = Integer.MAX_VALUE / PER_PAGE - 1;

    private Place() {}

    /** The first place of a page, or the offset where that is not negative. */
    static int start(int page, int offset) {
        return offset >= 0
                ? Math.min(offset, LAST_PAGE * PER_PAGE)
                : (Math.min(Math.max(1, page), LAST_PAGE) - 1) * PER_PAGE;
    }

    static int end(int start) {
        return start + PER_PAGE;
    }

    /** The page, counted from 1, that holds a place. */
    static int page(int place) {
        return place / PER_PAGE + 1;
    }
}
