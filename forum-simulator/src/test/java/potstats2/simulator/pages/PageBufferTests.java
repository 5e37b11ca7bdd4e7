package potstats2.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageBufferTests {

    private static String text(PageBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.finished()).toString();
    }

    @Test
    void textIsEncodedInUtf8() {
        for (String text : List.of("", "abc", "äöü€ß", "😀𝔣", "a\0b\uFFFE")) {
            assertThat(text(new PageBuffer(1).append(text))).isEqualTo(text);
        }
    }

    @Test
    void numbersAreDecimal() {
        for (long number : new long[] {0, 7, 10, 1250040000, -99, Long.MAX_VALUE}) {
            assertThat(text(new PageBuffer(1).append(number))).isEqualTo(Long.toString(number));
        }
    }

    @Test
    void timesAreThoseOfBerlin() {
        var format =
                DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));
        long step = 86_400 * 13 + 7_411;
        for (long at = Instant.parse("2001-12-31T22:59:59Z").getEpochSecond(); at < 4_000_000_000L; at += step) {
            var buffer = new PageBuffer(20);
            BerlinTime.append(at, buffer);
            assertThat(text(buffer)).isEqualTo(format.format(Instant.ofEpochSecond(at)));
        }
    }
}
