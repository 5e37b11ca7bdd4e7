package potstats2.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWriterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                    | true
                    br, GZIP                | true
                    gzip;q=0.5, identity    | true
                    *                       | true
                    gzip;q=0, *             | false
                    gzip; q=0.0             | false
                    *;q=0                   | false
                    br, deflate             | false
                    xgzip                   | false
                    """)
    void compressesForThoseWhoTakeIt(String encodings, boolean accepted) {
        assertThat(AnswerWriter.acceptsGzip(encodings)).isEqualTo(accepted);
    }
}
