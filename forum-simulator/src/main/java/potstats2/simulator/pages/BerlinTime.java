package potstats2.simulator.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** The forum's local time, fast enough to be written a hundred times a page. */
final class BerlinTime {

    private static final ZoneRules RULES = ZoneId.of("Europe/Berlin").getRules();
    private static final int DAY = 86_400;

    /** When the offset changed, ascending, and to what. */
    private static final long[] CHANGES;

    private static final int[] OFFSETS;

    static {
        var from = Instant.parse("2000-01-01T00:00:00Z");
        var until = Instant.parse("2100-01-01T00:00:00Z");
        long[] changes = new long[256];
        int[] offsets = new int[256];
        int count = 0;
        for (var at = from; at.isBefore(until); at = RULES.nextTransition(at).getInstant()) {
            changes[count] = at.getEpochSecond();
            offsets[count++] = RULES.getOffset(at).getTotalSeconds();
        }
        CHANGES = Arrays.copyOf(changes, count);
        OFFSETS = Arrays.copyOf(offsets, count);
    }

    private BerlinTime() {}

    /** Appends {@code 29.07.2011 22:50:27}. */
    static void append(long epochSecond, PageBuffer out) {
        int change = Arrays.binarySearch(CHANGES, epochSecond);
        long local = epochSecond + OFFSETS[change >= 0 ? change : Math.max(0, -change - 2)];
        appendDate(Math.floorDiv(local, DAY), out);
        int second = (int) Math.floorMod(local, (long) DAY);
        out.append(' ');
        out.twoDigits(second / 3600);
        out.append(':');
        out.twoDigits(second / 60 % 60);
        out.append(':');
        out.twoDigits(second % 60);
    }

    /** The civil date of a day since the epoch, years starting in March; as in {@link java.time.LocalDate#ofEpochDay}. */
    private static void appendDate(long epochDay, PageBuffer out) {
        long shifted = epochDay + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153;
        out.twoDigits((int) (dayOfYear - (153 * month + 2) / 5 + 1));
        out.append('.');
        out.twoDigits((int) (month < 10 ? month + 3 : month - 9));
        out.append('.');
        out.append(yearOfEra + era * 400 + (month < 10 ? 0 : 1));
    }
}
