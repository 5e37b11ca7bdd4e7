package potstats2.analytics.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.analytics.rollup.OffsetRange;
import potstats2.analytics.rollup.Refreshed;
import potstats2.analytics.rollup.RollupRefresh;
import potstats2.events.ForumChanged;

/**
 * Applies announced changes to the rollups and says that numbers are new. What the rollups refuse is narrowed down to the post
 * or thread that is to blame, which is set aside: nothing holds up what comes after it. Used by one thread.
 */
final class ChangesApplier {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesApplier.class);

    private final RollupRefresh rollups;
    private final RefreshPublisher refreshes;
    private final DeadLetters deadLetters;
    private final AnalyticsMetrics metrics;

    private long position;
    private long announcedGeneration;

    ChangesApplier(
            RollupRefresh rollups, RefreshPublisher refreshes, DeadLetters deadLetters, AnalyticsMetrics metrics) {
        this.rollups = rollups;
        this.refreshes = refreshes;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Goes to the stored position. What was refreshed up to there may never have been announced.
     *
     * @param available what the topic holds
     * @return the offset of the next record to apply
     */
    long resume(OffsetRange available) {
        position = rollups.resume(available);
        announcedGeneration = rollups.generation();
        refreshes.everything(announcedGeneration);
        return position;
    }

    /** The offset of the next record to apply. */
    long position() {
        return position;
    }

    /** Somebody may have rebuilt the rollups meanwhile. */
    void announceForeignRefresh() {
        var generation = rollups.generation();
        if (generation != announcedGeneration) {
            refreshes.everything(generation);
            announcedGeneration = generation;
        }
    }

    /**
     * Applies announcements and moves the position behind them.
     *
     * @param next the offset after the last record read, whether it was an announcement or not
     */
    void apply(List<Announcement> announcements, long next) {
        try {
            write(announcements, next, rollups::apply);
        } catch (RuntimeException e) {
            if (announcements.isEmpty() || !Failures.isRefusal(e)) {
                throw e;
            }
            LOG.warn("Looking for what is refused: {}", e.toString());
            announcements.forEach(this::narrow);
            write(List.of(), next, rollups::apply);
        }
    }

    /** Leaves the position where it is: what was applied before a crash is applied again, and changes nothing. */
    private void narrow(Announcement announcement) {
        try {
            // Computing all anew would meet what is refused whichever half it stands in.
            write(List.of(announcement), position, rollups::applyNamed);
        } catch (RuntimeException e) {
            if (!Failures.isRefusal(e)) {
                throw e;
            }
            var halves = announcement.halves();
            if (halves.isEmpty()) {
                deadLetters.add(announcement.encoded(), e);
            }
            halves.forEach(this::narrow);
        }
    }

    private interface Refresh {
        Refreshed apply(long from, long to, List<ForumChanged> changes);
    }

    private void write(List<Announcement> announcements, long next, Refresh refresh) {
        var changes = announcements.stream().map(Announcement::change).toList();
        var begin = System.nanoTime();
        var refreshed = refresh.apply(position, next, changes);
        position = next;
        metrics.refreshed(changes, refreshed, Duration.ofNanos(System.nanoTime() - begin));
        if (refreshed.generation() != announcedGeneration + 1) {
            refreshes.everything(refreshed.generation());
        } else if (!refreshed.scopes().isEmpty()) {
            refreshes.refreshed(
                    refreshed,
                    changes.stream()
                            .map(ForumChanged::observedAt)
                            .min(Instant::compareTo)
                            .orElse(null));
        }
        announcedGeneration = refreshed.generation();
        LOG.debug("Applied {} announcements up to offset {}: {}", changes.size(), next, refreshed);
    }
}
