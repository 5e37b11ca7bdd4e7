package potstats2.crawler.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final long DAY = 86_400;
    private static final long FIFTY_YEARS = 50 * 365 * DAY;

    @ParameterizedTest
    @CsvSource({
        "120, 2024-02-29T12:02:00Z",
        "' 7 ', 2024-02-29T12:00:07Z",
        "0, 2024-02-29T12:00:00Z",
        "0010, 2024-02-29T12:00:10Z",
        "4000000000, 2150-12-01T19:06:40Z",
        "999999999999, 9999-12-31T23:59:59Z",
        "99999999999999999999, 9999-12-31T23:59:59Z",
        "'Thu, 29 Feb 2024 12:01:00 GMT', 2024-02-29T12:01:00Z",
        "'Thu, 29 Feb 2024 11:00:00 GMT', 2024-02-29T11:00:00Z",
        "'Mon, 29 Feb 2024 12:01:00 GMT', 2024-02-29T12:01:00Z",
        "'thu, 29 feb 2024 12:01:00 gmt', 2024-02-29T12:01:00Z",
        "'Fri, 31 Dec 2027 23:59:60 GMT', 2027-12-31T23:59:59Z",
        "'Thursday, 29-Feb-24 12:01:00 GMT', 2024-02-29T12:01:00Z",
        "'Sunday, 06-Nov-94 08:49:37 GMT', 1994-11-06T08:49:37Z",
        "'Monday, 28-Feb-74 12:00:00 GMT', 2074-02-28T12:00:00Z",
        "'Friday, 02-Mar-74 12:00:00 GMT', 1974-03-02T12:00:00Z",
        "Thu Feb 29 12:01:00 2024, 2024-02-29T12:01:00Z",
        "Fri Mar  1 12:01:00 2024, 2024-03-01T12:01:00Z",
    })
    void saysUntilWhen(String header, Instant until) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-5",
                "1.5",
                "1e3",
                "٣",
                "10 s",
                "10, 20",
                "Thu, 99 Feb",
                "Thu, 30 Feb 2024 12:00:00 GMT x",
                "2024-02-29T12:01:00Z",
                "29 Feb 2024"
            })
    void ignoresWhatSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Test
    void obeysTheLongestOfSeveral() {
        assertThat(RetryAfter.latest(List.of("10", "nonsense", "Thu, 29 Feb 2024 12:01:00 GMT", "5"), NOW))
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(RetryAfter.latest(List.of("nonsense"), NOW)).isNull();
        assertThat(RetryAfter.latest(List.of(), NOW)).isNull();
    }

    /** The three forms of RFC 9110, 5.6.7, as others write them. */
    @Test
    void readsEveryDateInEveryForm() {
        var forms = Stream.of(
                        "EEE, dd MMM uuuu HH:mm:ss 'GMT'",
                        "EEEE, dd-MMM-uu HH:mm:ss 'GMT'",
                        "EEE MMM ppd HH:mm:ss uuuu")
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
                .toList();
        new Random(9110).longs(1_000, DAY - FIFTY_YEARS, FIFTY_YEARS).forEach(seconds -> {
            var date = NOW.plusSeconds(seconds).atZone(ZoneOffset.UTC);
            assertThat(forms)
                    .allSatisfy(form ->
                            assertThat(RetryAfter.parse(form.format(date), NOW)).isEqualTo(date.toInstant()));
        });
    }
}
