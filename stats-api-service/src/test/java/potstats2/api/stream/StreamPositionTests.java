package potstats2.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTests {

    @Test
    void survivesTheWayThroughAClient() {
        var position = new StreamPosition(1234567890123L, 42, 1);
        assertThat(StreamPosition.of(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1-2", "1-2-3-4", "-1-2-0", "a-b-c", "1-2-0\n", "99999999999999999999-1-0"})
    void whatIsNoIdOfOursHasNothingYet(String id) {
        assertThat(StreamPosition.of(id)).isEqualTo(StreamPosition.START);
    }

    @Test
    void holdsTheFurtherOfBothTopics() {
        assertThat(new StreamPosition(5, 3, 1).with(new StreamPosition(4, 3, 0)))
                .isEqualTo(new StreamPosition(5, 3, 1));
        assertThat(new StreamPosition(5, 3, 1).with(new StreamPosition(7, 4, 0)))
                .isEqualTo(new StreamPosition(7, 4, 0));
        assertThat(new StreamPosition(8, 3, 1).with(new StreamPosition(7, 4, 0)))
                .isEqualTo(new StreamPosition(8, 4, 0));
    }

    @Test
    void coversWhatItHoldsOfBothTopics() {
        var position = new StreamPosition(5, 3, 1);
        assertThat(position.covers(new StreamPosition(5, 3, 1))).isTrue();
        assertThat(position.covers(new StreamPosition(5, 3, 0))).isTrue();
        assertThat(position.covers(new StreamPosition(5, 4, 0))).isFalse();
        assertThat(position.covers(new StreamPosition(6, 3, 0))).isFalse();
    }
}
