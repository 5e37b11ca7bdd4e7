package potstats2.api.web;

import potstats2.api.request.Period;

/**
 * The part of the numbers that an answer depends on: it stays the same until that part is refreshed.
 *
 * @param firstYear the first calendar year, 0 for all
 * @param lastYear the last calendar year, 0 for all
 * @param bid the board, 0 for all
 */
public record Scope(int firstYear, int lastYear, long bid) {
    /** Everything: what touches any number touches this. */
    public static final Scope ALL = new Scope(0, 0, 0);

    /** The years that a period touches. */
    public static Scope of(Period period, long bid) {
        return period.equals(Period.ALL)
                ? new Scope(0, 0, bid)
                : new Scope(period.first().getYear(), period.last().getYear(), bid);
    }
}
