package potstats2.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    "a"                   ; true
                    W/"a"                 ; true
                    "b", "a"              ; true
                    "b",W/"a" , "c"       ; true
                    "b" # "a"             ; true
                    W/"b" # W/"c", W/"a"  ; true
                    *                     ; true
                    "b" # *               ; true
                    "b"                   ; false
                    a                     ; false
                    "xa", "ax"            ; false
                    "*"                   ; false
                    ""                    ; false
                    """)
    void knowsWhatAClientHas(String lines, boolean hasIt) {
        for (var etag : List.of("\"a\"", "W/\"a\"")) {
            assertThat(AnswerWriter.hasAlready(List.of(lines.split("#", -1)), etag))
                    .isEqualTo(hasIt);
        }
    }
}
