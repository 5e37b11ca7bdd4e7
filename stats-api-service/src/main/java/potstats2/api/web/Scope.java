package potstats2.api.web;

/**
 * The part of the numbers that an answer depends on: it stays the same until that part is refreshed.
 *
 * @param year the calendar year, 0 for all
 * @param bid the board, 0 for all
 */
public record Scope(int year, long bid) {

    /** Everything: what touches any number touches this. */
    public static final Scope ALL = new Scope(0, 0);
}
