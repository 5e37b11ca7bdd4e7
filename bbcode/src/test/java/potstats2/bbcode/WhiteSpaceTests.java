package potstats2.bbcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every character, beside what the regular expressions of Java know of it; beyond the first plane Unicode has no white space. */
class WhiteSpaceTests {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}");
    private static final Pattern BLANK = Pattern.compile("[\\p{IsWhite_Space}\u200B\uFEFF]");

    /** What else has a meaning before an address or behind it. */
    private static final String MEANING_MORE = "[]\"'/?#@:";

    @Test
    void whiteSpaceIsThatOfUnicode() {
        assertThat(characters().filter(c -> WhiteSpace.is((char) c)).toArray())
                .isEqualTo(characters().filter(matching(WHITE_SPACE)).toArray());
    }

    @Test
    void anAddressLosesWhatIsBlankAroundItAndNothingElse() {
        assertThat(characters()
                        .filter(c -> MEANING_MORE.indexOf(c) < 0)
                        .filter(c -> isLost(Character.toString(c)))
                        .toArray())
                .isEqualTo(characters().filter(matching(BLANK)).toArray());
    }

    private static IntStream characters() {
        return IntStream.rangeClosed(0, Character.MAX_VALUE);
    }

    private static IntPredicate matching(Pattern pattern) {
        return codePoint -> pattern.matcher(Character.toString(codePoint)).matches();
    }

    private static boolean isLost(String around) {
        return Addresses.complete(around + "http://a.example" + around)
                .filter("http://a.example"::equals)
                .isPresent();
    }
}
