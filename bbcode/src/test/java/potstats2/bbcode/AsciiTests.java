package potstats2.bbcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsciiTests {

    @Test
    void onlyLettersOfAsciiHaveACase() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(c -> c != Ascii.lowerCase(Character.toString(c)).charAt(0)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed('A', 'Z').boxed().toList());
        assertThat(Ascii.lowerCase("[V\u0130DEO] \u0131\u212A\u017F\uD801\uDC00"))
                .isEqualTo("[v\u0130deo] \u0131\u212A\u017F\uD801\uDC00");
    }

    @Test
    void aSchemeIsNoOtherWord() {
        assertThat(Ascii.startsWithIgnoringCase("JavaScript:x", "javascript:")).isTrue();
        assertThat(Ascii.startsWithIgnoringCase("javascrıpt:x", "javascript:")).isFalse();
        assertThat(Ascii.startsWithIgnoringCase("java", "javascript:")).isFalse();
    }
}
