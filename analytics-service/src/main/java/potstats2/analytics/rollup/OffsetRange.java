package potstats2.analytics.rollup;

/**
 * The announcements that the topic still holds.
 *
 * @param begin the first offset
 * @param end the offset after the last
 */
public record OffsetRange(long begin, long end) {

    boolean continuesAt(long position) {
        return begin <= position && position <= end;
    }
}
