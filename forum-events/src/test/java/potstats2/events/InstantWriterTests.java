package potstats2.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantWriterTests {
    private static final long FIRST = Instant.parse("-9999-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("+19999-12-31T23:59:59Z").getEpochSecond();
    private static final List<ChronoUnit> PRECISIONS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

    @Test
    void writesWhatInstantsSayOfThemselves() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            var precision = PRECISIONS.get(i % PRECISIONS.size());
            var instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), random.nextInt(1_000_000_000))
                    .truncatedTo(precision);
            assertThat(InstantWriter.write(instant)).isEqualTo(instant.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00.000000001Z",
                "2024-02-29T23:59:59.100Z",
                "2024-02-29T00:00:00.000100Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void writesTheOutermost(String text) {
        assertThat(InstantWriter.write(Instant.parse(text))).isEqualTo(text);
    }
}
