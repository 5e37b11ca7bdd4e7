package potstats2.crawler.http;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of that name: seconds, or a date in any of HTTP's three forms.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a> and 5.6.7 for dates
 */
final class RetryAfter {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern SECONDS = Pattern.compile("0*([0-9]+)");
    /** More of them are longer than the time there is. */
    private static final int LONGEST_NUMBER = 12;

    private static final Duration FAR_FUTURE = Duration.ofDays(50 * 365L + 12);
    /** The day of the week says nothing new, and may be wrong. */
    private static final Pattern DAY_OF_WEEK = Pattern.compile("^[A-Za-z]+,? +");

    private static final Pattern LEAP_SECOND = Pattern.compile("(?<=:[0-9]{2}:)60");
    private static final DateTimeFormatter IMF = format("d MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM ")
            .padNext(2)
            .appendValue(DAY_OF_MONTH)
            .appendPattern(" HH:mm:ss uuuu")
            .toFormatter(Locale.ROOT);

    private RetryAfter() {}

    /** Until when to wait, by the line that says the longest; null where none says anything. */
    static @Nullable Instant latest(List<String> headers, Instant now) {
        return headers.stream()
                .map(header -> parse(header, now))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Until when to wait, which may have passed; null where the header says nothing. */
    static @Nullable Instant parse(String header, Instant now) {
        var value = header.strip();
        var seconds = SECONDS.matcher(value);
        if (seconds.matches()) {
            return later(seconds.group(1), now);
        }
        var date =
                LEAP_SECOND.matcher(DAY_OF_WEEK.matcher(value).replaceFirst("")).replaceFirst("59");
        return date(date, IMF)
                .or(() -> date(date, ASCTIME))
                .map(found -> found.toInstant(ZoneOffset.UTC))
                .or(() -> rfc850(date, now))
                .orElse(null);
    }

    private static Instant later(String seconds, Instant now) {
        if (seconds.length() > LONGEST_NUMBER) {
            return LATEST;
        }
        var until = now.plusSeconds(Long.parseLong(seconds));
        return until.isBefore(LATEST) ? until : LATEST;
    }

    /** Two digits of a year that would be more than 50 years ahead are those of the most recent one that has passed. */
    private static Optional<Instant> rfc850(String text, Instant now) {
        var latest = now.plus(FAR_FUTURE);
        var format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d-MMM-")
                .appendValueReduced(YEAR, 2, 2, latest.atZone(ZoneOffset.UTC).getYear() - 99)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ROOT);
        return date(text, format)
                .map(found -> found.toInstant(ZoneOffset.UTC).isAfter(latest) ? found.minusYears(100) : found)
                .map(found -> found.toInstant(ZoneOffset.UTC));
    }

    private static Optional<LocalDateTime> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ROOT);
    }
}
