package potstats2.simulator.forum;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the posts were written: more in the evening, on weekdays, in winter, and in the forum's best years. */
final class Timeline {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int HOUR = 3600;

    private static final double[] BY_HOUR = {
        0.55, 0.35, 0.20, 0.12, 0.08, 0.08, 0.15, 0.35, 0.65, 0.90, 1.05, 1.15,
        1.20, 1.20, 1.25, 1.30, 1.35, 1.35, 1.30, 1.30, 1.45, 1.50, 1.35, 0.95
    };
    private static final double[] BY_WEEKDAY = {1.10, 1.12, 1.10, 1.08, 0.95, 0.75, 0.90};

    private Timeline() {}

    /** Seconds since the epoch, ascending, from the beginning to the end exclusive. */
    static int[] times(int count, Instant from, Instant until, long seed) {
        var dice = new Dice(seed, Dice.Purpose.TIMELINE, 0);
        double[] cumulated = cumulatedWeights(from, until, dice);
        double total = cumulated[cumulated.length - 1];
        long start = from.getEpochSecond();
        long end = until.getEpochSecond();
        int[] times = new int[count];
        int hour = 1;
        for (int i = 0; i < count; i++) {
            // One draw from each of as many equal shares as there are posts: sorted without sorting.
            double at = (i + dice.unit()) / count * total;
            while (cumulated[hour] <= at) {
                hour++;
            }
            double share = (at - cumulated[hour - 1]) / (cumulated[hour] - cumulated[hour - 1]);
            times[i] = (int) Math.min(end - 1, start + (hour - 1L) * HOUR + (long) (share * HOUR));
        }
        return times;
    }

    private static double[] cumulatedWeights(Instant from, Instant until, Dice dice) {
        int hours = (int) ((until.getEpochSecond() - from.getEpochSecond() + HOUR - 1) / HOUR);
        double[] cumulated = new double[hours + 1];
        double ofDay = 0;
        int offset = 0;
        for (int hour = 0; hour < hours; hour++) {
            if (hour % 24 == 0) {
                var day = from.plusSeconds((long) hour * HOUR).atZone(ZONE);
                offset = day.getOffset().getTotalSeconds() / HOUR;
                ofDay = (0.7 + 0.6 * dice.unit()) * weight(day);
            }
            cumulated[hour + 1] = cumulated[hour] + ofDay * BY_HOUR[(hour + offset) % 24];
        }
        return cumulated;
    }

    private static double weight(ZonedDateTime day) {
        double fromPeak = (day.getYear() + day.getDayOfYear() / 365.0 - 2010) / 8;
        double season = 1 + 0.15 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 10) / 365);
        return (0.2 + Math.exp(-fromPeak * fromPeak))
                * season
                * BY_WEEKDAY[day.getDayOfWeek().getValue() - 1];
    }
}
