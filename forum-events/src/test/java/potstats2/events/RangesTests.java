package potstats2.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTests {

    private static final Instant SEEN = Instant.parse("2024-02-29T12:34:56Z");

    @ParameterizedTest
    @ValueSource(longs = {-2208988800L, -1, 0, 1312055567, 253402214399L})
    void takesTimesOfFourDigits(long seconds) {
        assertThat(Ranges.isTime(seconds)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2208988801L, 253402300800L, 1312055567000L, 99999999999999L, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesTimesOfOtherCenturies(long seconds) {
        assertThat(Ranges.isTime(seconds)).isFalse();
    }

    /** Java knows no zone further from Greenwich. */
    @Test
    void aYearHasFourDigitsInEveryTimeZone() {
        assertThat(OffsetDateTime.ofInstant(Ranges.END.minusNanos(1), ZoneOffset.MAX)
                        .getYear())
                .isEqualTo(9999);
        assertThat(OffsetDateTime.ofInstant(Ranges.EARLIEST, ZoneOffset.MIN).getYear())
                .isEqualTo(1899);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Größe", "\u0001\t\n", "\uD83D\uDE00", "\uFFFF", "\uD83D\uDE00\uDBFF\uDFFF"})
    void takesTextsThatCanBeStored(String text) {
        assertThat(Ranges.isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\uD83D", "\uDE00", "\uD83Da", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void refusesTextsThatCannot(String text) {
        assertThat(Ranges.isText(text)).isFalse();
    }

    @Test
    void takesNamesOfAnyLength() {
        var name = "x".repeat(1_000_000);

        assertThat(new PostObserved.UserName(1, name, null).name()).isEqualTo(name);
    }

    @Test
    void namesTheValueThatIsOutOfRange() {
        assertThatThrownBy(() -> new PostVanished(0, 1, SEEN))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("pid is out of range: 0");
        assertThatThrownBy(() -> new PostVanished(1, 1, Instant.MAX))
                .hasMessage("observedAt is out of range: +1000000000-12-31T23:59:59.999999999Z");
        assertThatThrownBy(() -> new PostObserved.UserName(1, "a\0", null))
                .hasMessage("user name holds characters that cannot be stored");
        assertThatThrownBy(() -> new Checkpoint.PageRead(1, Integer.MAX_VALUE, List.of(), null, 0, SEEN))
                .hasMessage("page is out of range: 2147483647");
    }

    @Test
    void aLockMayEndAsLateAsADayCanBe() {
        assertThat(Ranges.isDay(LocalDate.of(9999, 12, 30))).isTrue();
        assertThat(Ranges.isDay(LocalDate.of(9999, 12, 31))).isFalse();
        assertThat(Ranges.isDay(LocalDate.of(1, 1, 1))).isFalse();
    }
}
