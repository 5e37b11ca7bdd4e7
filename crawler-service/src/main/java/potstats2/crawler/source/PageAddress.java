package potstats2.crawler.source;

/**
 * A page of the forum, wherever it is.
 *
 * @param kind what it shows
 * @param id of the board, the thread or the user, 0 for the list of boards
 * @param page from 1, where what it shows has pages
 */
public record PageAddress(RequestKind kind, long id, int page) {

    /** The list of boards. */
    public static PageAddress boards() {
        return new PageAddress(RequestKind.BOARDS, 0, 1);
    }
}
