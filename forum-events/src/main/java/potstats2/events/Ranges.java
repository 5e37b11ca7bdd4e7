package potstats2.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of the events may be. An event with any other value cannot be made, and so is not read either: a record
 * that holds one is set aside by whoever reads it.
 *
 * <p>Texts have no longest length of their own: a record has, {@link Topic#MAX_RECORD_BYTES}, and the crawler sets larger
 * ones aside. PostgreSQL takes 1 GB of text, but neither {@code NUL} nor half a surrogate pair.
 */
public final class Ranges {

    /** The first instant: 1900 in UTC. West of Greenwich it is still 1899, a year of four digits, too. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** The end of time, exclusive. The last day of 9999 is left out: east of Greenwich it ends in the year 10000. */
    public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    /** The largest id: the last of the integers that readers of JSON whose numbers are floating point tell apart. */
    public static final long MAX_ID = (1L << 53) - 1;
    /** The largest count: the sum of nine million of them is still a number of 64 bits. */
    public static final long MAX_COUNT = 1_000_000_000_000L;
    /** The largest page number: 30 million posts in a thread, or as many threads in a board. */
    public static final int MAX_PAGE = 1_000_000;

    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC);
    private static final LocalDate END_OF_DAYS = LocalDate.ofInstant(END, ZoneOffset.UTC);

    private Ranges() {}

    /** Whether it is an id that the forum gives out: positive. */
    public static boolean isId(long id) {
        return id > 0 && id <= MAX_ID;
    }

    /** Whether it is an id, or 0: none, nobody in particular, or not said. */
    public static boolean isIdOrNone(long id) {
        return id == 0 || isId(id);
    }

    /** Whether it can be a count: at least 0. */
    public static boolean isCount(long count) {
        return count >= 0 && count <= MAX_COUNT;
    }

    /** Whether it is the number of a page, from 1. */
    public static boolean isPage(long page) {
        return page > 0 && page <= MAX_PAGE;
    }

    /** Whether it is a point in time, in seconds since 1970-01-01T00:00:00Z. */
    public static boolean isTime(long seconds) {
        return seconds >= EARLIEST.getEpochSecond() && seconds < END.getEpochSecond();
    }

    /** Whether it is a local day. */
    public static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && day.isBefore(END_OF_DAYS);
    }

    /** Whether a text can be stored as it is: it holds no NUL and every surrogate has its other half. */
    public static boolean isText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0 || (Character.isSurrogate(character) && !isPair(text, i++))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int high) {
        return high + 1 < text.length() && Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1));
    }

    static void requireId(String name, long id) {
        require(name, id, isId(id));
    }

    static void requireIdOrNone(String name, @Nullable Long id) {
        require(name, id, id == null || isIdOrNone(id));
    }

    static void requireCount(String name, long count) {
        require(name, count, isCount(count));
    }

    static void requirePage(String name, long page) {
        require(name, page, isPage(page));
    }

    static void requirePageOrNone(String name, long page) {
        require(name, page, page == 0 || isPage(page));
    }

    static void requireTime(String name, @Nullable Instant time) {
        require(name, time, time == null || isTime(time.getEpochSecond()));
    }

    static void requireTime(String name, @Nullable LocalDateTime time) {
        require(name, time, time == null || isDay(time.toLocalDate()));
    }

    static void requireDay(String name, @Nullable LocalDate day) {
        require(name, day, day == null || isDay(day));
    }

    static void requireText(String name, @Nullable String text) {
        if (text != null && !isText(text)) {
            throw new OutOfRangeException(name + " holds characters that cannot be stored");
        }
    }

    static void requireTexts(String name, List<String> texts) {
        texts.forEach(text -> requireText(name, text));
    }

    private static void require(String name, @Nullable Object value, boolean isInRange) {
        if (!isInRange) {
            throw new OutOfRangeException(name + " is out of range: " + value);
        }
    }
}
