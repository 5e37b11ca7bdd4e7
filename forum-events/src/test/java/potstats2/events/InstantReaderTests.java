package potstats2.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTests {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final List<ChronoUnit> PRECISIONS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

    @Test
    void readsWhatInstantsWrite() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            var precision = PRECISIONS.get(i % PRECISIONS.size());
            var instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), random.nextInt(1_000_000_000))
                    .truncatedTo(precision);
            assertThat(InstantReader.read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T12:34:56.1Z",
                "2024-02-29T12:34:56.12345Z",
                "2024-02-29T00:00:00Z",
                "2024-02-29T23:59:59.999999999Z"
            })
    void readsAnyNumberOfDigits(String text) {
        assertThat(InstantReader.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2024-02-29",
                "2024-02-29T12:34Z",
                "2024-02-29T12:34:56",
                "2024-02-29T12:34:56.Z",
                "2024-02-29T12:34:56.1234567890Z",
                "2024-02-29T12:34:56.12a4Z",
                "2024-02-29T12:34:56,123Z",
                "2024-02-29T12:34:56+01:00",
                "2024-02-29 12:34:56Z",
                "2024-02-30T12:34:56Z",
                "2024-13-01T12:34:56Z",
                "2024-02-29T24:00:00Z",
                "2024-02-29T12:34:60Z",
                "2o24-02-29T12:34:56Z",
                "-024-02-29T12:34:56Z",
                "+10000-01-01T00:00:00Z",
                "2024-02-29T12:34:5٣Z"
            })
    void leavesTheRestToJackson(String text) {
        assertThat(InstantReader.read(text)).isNull();
    }

    @Test
    void anEventMayUseOtherFormats() {
        var expected = Instant.parse("2024-02-29T11:34:56Z");
        assertThat(vanished("\"2024-02-29T12:34:56+01:00\"")).isEqualTo(expected);
        assertThat(vanished("1709206496")).isEqualTo(expected);
    }

    @Test
    void whatIsNoInstantIsNotRead() {
        assertThatThrownBy(() -> vanished("\"2024-02-30T12:34:56Z\"")).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> vanished("\"soon\"")).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> vanished("null")).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> vanished("{}")).isInstanceOf(UnreadableEventException.class);
    }

    private static Instant vanished(String observedAt) {
        var value = "{\"pid\":1,\"tid\":2,\"observedAt\":%s}".formatted(observedAt);
        var headers = Map.of(
                Topic.TYPE_HEADER, "post-vanished".getBytes(UTF_8),
                Topic.VERSION_HEADER, EventCodec.VERSION.getBytes(UTF_8));
        return ((PostVanished) new EventCodec().decode(headers::get, value.getBytes(UTF_8))).observedAt();
    }
}
