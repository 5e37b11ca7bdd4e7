package potstats2.api.stream;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of the stream a client has: what comes next from each of its topics. As an event's id it means the same to
 * every instance of the service, before and after a restart.
 *
 * @param progress the next offset of {@code crawler.progress}
 * @param refreshed the next offset of {@code stats.refreshed}
 * @param part how many events of that record the client has already
 */
record StreamPosition(long progress, long refreshed, int part) {
    /** Before everything. */
    static final StreamPosition START = new StreamPosition(0, 0, 0);

    private static final Pattern ID = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d)");

    /** Reads an id; a client whose id is none of ours has nothing yet. */
    static StreamPosition of(String id) {
        var parts = ID.matcher(id);
        return parts.matches()
                ? new StreamPosition(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Integer.parseInt(parts.group(3)))
                : START;
    }

    /** What this and the other hold together. */
    StreamPosition with(StreamPosition other) {
        var ahead = compareRefreshed(other) >= 0 ? this : other;
        return new StreamPosition(Math.max(progress, other.progress), ahead.refreshed, ahead.part);
    }

    /**
     * The same, but without what lies behind an end: a topic that was made anew counts from the beginning, and its
     * events must not be taken for old ones.
     */
    StreamPosition within(StreamPosition end) {
        var nearer = compareRefreshed(end) <= 0 ? this : end;
        return new StreamPosition(Math.min(progress, end.progress), nearer.refreshed, nearer.part);
    }

    /** Whether somebody here has everything up to another position. */
    boolean covers(@Nullable StreamPosition other) {
        return other == null || (progress >= other.progress && compareRefreshed(other) >= 0);
    }

    private int compareRefreshed(StreamPosition other) {
        return refreshed == other.refreshed
                ? Integer.compare(part, other.part)
                : Long.compare(refreshed, other.refreshed);
    }

    @Override
    public String toString() {
        return progress + "-" + refreshed + "-" + part;
    }
}
