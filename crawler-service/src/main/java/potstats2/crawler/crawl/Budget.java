package potstats2.crawler.crawl;

import java.util.function.LongSupplier;

/** Requests that may be spent on the side: a share of the ordinary ones, saved up to a bound. */
final class Budget {

    private static final double MAX_SAVED = 200;

    private final double share;
    private final LongSupplier allRequests;
    private double saved;
    private long counted;
    private long sideRequests;

    /**
     * An empty purse.
     *
     * @param allRequests counts every request, those on the side included
     */
    Budget(double share, LongSupplier allRequests) {
        this.share = share;
        this.allRequests = allRequests;
        this.counted = allRequests.getAsLong();
    }

    /** Takes one request's worth, if there is one. */
    synchronized boolean take() {
        if (!isAffordable()) {
            return false;
        }
        saved--;
        return true;
    }

    synchronized boolean isAffordable() {
        var ordinary = allRequests.getAsLong() - sideRequests;
        saved = Math.min(MAX_SAVED, saved + Math.max(0, ordinary - counted) * share);
        counted = Math.max(counted, ordinary);
        return saved >= 1;
    }

    /** So many requests were not ordinary: they earn nothing. */
    synchronized void spentOnTheSide(long requests) {
        sideRequests += requests;
    }
}
