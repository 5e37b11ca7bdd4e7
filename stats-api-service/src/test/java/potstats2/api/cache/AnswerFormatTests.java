package potstats2.api.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AnswerFormatTests {

    private static Answer json(String text) {
        return Answer.plain("application/json", null, text.getBytes(UTF_8));
    }

    @Test
    void bringsBackWhatWasWritten() {
        for (var text : new String[] {"", "{}", "Höhlenmensch ".repeat(1_000)}) {
            var answer = Answer.plain("text/csv;charset=UTF-8", "a.csv", text.getBytes(UTF_8))
                    .compressed();
            assertThat(AnswerFormat.read(AnswerFormat.write(answer)))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(answer);
        }
    }

    @Test
    void readsNothingFromBytesThatAreNotComplete() {
        var bytes = AnswerFormat.write(json("{\"rows\":[]}".repeat(50)).compressed());
        for (var length = 0; length < bytes.length; length++) {
            assertThat(AnswerFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
        }
        bytes[0]++;
        assertThat(AnswerFormat.read(bytes)).isEmpty();
    }

    @Test
    void compressesOnlyWhatGetsSmaller() {
        assertThat(json("{}").compressed().gzip()).isNull();
        assertThat(json("{}".repeat(100)).compressed().gzip()).isNotNull();
    }

    @Test
    void sameContentHasTheSameTag() {
        var one = json("{\"a\":1}");
        assertThat(one.compressed().etag()).isEqualTo(one.etag());
        assertThat(json("{\"a\":1}").etag()).isEqualTo(one.etag());
        assertThat(json("{\"a\":2}").etag()).isNotEqualTo(one.etag());
    }
}
