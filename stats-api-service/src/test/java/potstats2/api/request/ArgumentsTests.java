package potstats2.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static final Parameter<String> USER = new Parameter.Text("user", "a name", 5);
    private static final List<Parameter<?>> KNOWN =
            List.of(CommonParameters.YEAR, CommonParameters.BID, CommonParameters.LIMIT, USER);

    @Test
    void absentMeansAll() {
        var arguments = Arguments.read(Map.of(), KNOWN);
        assertThat(arguments.period()).isEqualTo(Period.ALL);
        assertThat(arguments.boardOrAll()).isZero();
        assertThat(arguments.limit()).isEqualTo(1000);
        assertThat(arguments.query()).isEmpty();
    }

    @Test
    void orderOfTheRequestDoesNotMatter() {
        var one = new LinkedHashMap<String, List<String>>();
        one.put("year", List.of("2004"));
        one.put("bid", List.of("014"));
        var other = new LinkedHashMap<String, List<String>>();
        other.put("bid", List.of("14"));
        other.put("nothing", List.of("1"));
        other.put("year", List.of("2004"));
        assertThat(Arguments.read(one, KNOWN).query())
                .isEqualTo("bid=14&year=2004")
                .isEqualTo(Arguments.read(other, KNOWN).query());
    }

    @Test
    void queryIsEncoded() {
        var arguments = Arguments.read(Map.of("user", List.of("a&b=ö")), KNOWN);
        assertThat(arguments.queryWith(Map.of("bid", "3"))).isEqualTo("bid=3&user=a%26b%3D%C3%B6");
    }

    @Test
    void textIsBoundedAndFreeOfControlCharacters() {
        assertRefused("user", "123456", "Malformed request argument user: at most 5 characters");
        assertRefused("user", "a\0b", "Malformed request argument user: control characters are not allowed");
        assertRefused("user", " ", "Malformed request argument user: it is empty");
        assertRefused("user", null, "Malformed request argument user: it is empty");
    }

    @Test
    void requiredArgumentsAreMissed() {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> Arguments.read(Map.of(), KNOWN).require(CommonParameters.YEAR))
                .withMessage("Missing request argument year");
    }

    private static void assertRefused(String name, @Nullable String value, String message) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> Arguments.read(Map.of(name, Arrays.asList(value)), KNOWN))
                .withMessage(message);
    }
}
