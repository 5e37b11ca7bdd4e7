package potstats2.api.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AnswerFormatTests {

    @Test
    void bringsBackWhatWasWritten() {
        for (var text : new String[] {"", "{}", "Höhlenmensch ".repeat(1_000)}) {
            var answer = Answer.of("text/csv;charset=UTF-8", "a.csv", text.getBytes(UTF_8));
            assertThat(AnswerFormat.read(AnswerFormat.write(answer)))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(answer);
        }
    }

    @Test
    void readsNothingFromBytesThatAreNotComplete() {
        var bytes = AnswerFormat.write(
                Answer.of("application/json", null, "{\"rows\":[]}".repeat(50).getBytes(UTF_8)));
        for (var length = 0; length < bytes.length; length++) {
            assertThat(AnswerFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
        }
        bytes[0]++;
        assertThat(AnswerFormat.read(bytes)).isEmpty();
    }

    @Test
    void compressesOnlyWhatGetsSmaller() {
        assertThat(Answer.of("application/json", null, "{}".getBytes(UTF_8)).gzip())
                .isNull();
        assertThat(Answer.of("application/json", null, "{}".repeat(100).getBytes(UTF_8))
                        .gzip())
                .isNotNull();
    }

    @Test
    void sameContentHasTheSameTag() {
        var one = Answer.of("application/json", null, "{\"a\":1}".getBytes(UTF_8));
        assertThat(Answer.of("application/json", null, "{\"a\":1}".getBytes(UTF_8))
                        .etag())
                .isEqualTo(one.etag());
        assertThat(Answer.of("application/json", null, "{\"a\":2}".getBytes(UTF_8))
                        .etag())
                .isNotEqualTo(one.etag());
    }
}
