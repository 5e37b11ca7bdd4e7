package potstats2.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands on a topic is an event in its ranges or refused: nothing else may come out of reading it. */
class SpoiledEventPropertyTests {

    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "1.5",
            "2147483648",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "1e30",
            "1e1000000000",
            "-1e-1000000000",
            "9".repeat(2_000),
            "true",
            "null",
            "[]",
            "[null]",
            "[1,null,\"x\"]",
            "{}",
            "{\"done\":-1}",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"a\\uD83D\"",
            "\"\\uDE00\\uD83D\"",
            "\"" + "x".repeat(100_000) + "\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"+1000000001-01-01T00:00:00Z\"",
            "\"1899-12-31T23:59:59Z\"",
            "\"9999-12-31T00:00:00Z\"",
            "\"+43547-05-22T00:00:00Z\"",
            "\"-0001-12-31T23:59:59Z\"",
            "\"2004-12-31T23:59+18:00\"",
            "99999999999999",
            "31556889864403200",
            "[".repeat(2_000) + "]".repeat(2_000));

    private static final Pattern MEMBER =
            Pattern.compile("\"\\w+\":(\"(?:[^\"\\\\]|\\\\.){0,200}\"|-?[\\d.]+|true|false|\\[[^\\[\\]]*]|\\{[^{}]*})");

    private final EventCodec codec = new EventCodec();

    @Property(tries = 3000)
    void isAnEventInItsRangesOrRefused(
            @ForAll("events") Event event,
            @ForAll("values") List<String> values,
            @ForAll @IntRange(max = 100) int place) {
        var text = new String(codec.encode(event), UTF_8);
        for (var value : values) {
            text = spoiled(text, place, value);
        }

        var read = read(event, text);

        if (read != null) {
            assertThat(codec.decode(codec.headersOf(event)::get, codec.encode(read)))
                    .as(text)
                    .isEqualTo(read);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "pid" : 1243000252  | "pid":-1            | post: pid is out of range: -1
            "tid" : 140831      | "tid":9007199254740992 | post: tid is out of range: 9007199254740992
            "uid" : 1224901     | "uid":-5            | post: uid is out of range: -5
            "groupId" : 3       | "groupId":-1        | post: groupId is out of range: -1
            "editCount" : 2     | "editCount":-2      | post: editCount is out of range: -2
            "iconId" : 54       | "iconId":-54        | post: iconId is out of range: -54
            "avid" : 59224      | "avid":-1           | post: avid is out of range: -1
            "name" : "csde_rats" | "name":"a\\u0000" | post: user name holds characters that cannot be stored
            "title" : "Titel"   | "title":"\\uD800" | post: title holds characters that cannot be stored
            "2011-07-30T19:52:47Z" | "+5138-11-16T09:46:39Z" | post: Cannot
            "2011-07-30T19:52:47Z" | "+43547-05-22T09:46:39Z" | post: postedAt is out of range: +43547-05-22
            "2011-07-30T19:59:45Z" | "1899-12-31T23:59:59Z" | post: editedAt is out of range: 1899
            "2024-02-29T12:34:56.789123Z" | "9999-12-31T00:00:00Z" | post: observedAt is out of range: 9999
            "pid" : 1243000252  | "pid":"1243000252"  | post: Cannot
            "pid" : 1243000252  | "pid":1.5           | post: Cannot
            "hidden" : false    | "hidden":0          | post: Cannot
            "title" : "Titel"   | "title":5           | post: Cannot
            "title" : "Titel"   | "title":["Titel"]   | post: Cannot
            """)
    void saysWhyAPostIsRefused(String value, String other, String reason) {
        var spoiled = EventFormatTests.golden("post").replace(value.strip(), other.strip());

        assertThatThrownBy(() -> codec.decode(PostObserved.class, spoiled.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageStartingWith(reason);
    }

    @Property
    void anyBytesAreRefused(@ForAll("events") Event event, @ForAll byte[] bytes) {
        assertThat(read(event, new String(bytes, UTF_8))).isNull();
    }

    private @Nullable Event read(Event event, String text) {
        try {
            return codec.decode(codec.headersOf(event)::get, text.getBytes(UTF_8));
        } catch (UnreadableEventException e) {
            assertThat(e).hasMessageStartingWith(codec.typeOf(event));
            return null;
        }
    }

    /** With another value in one of its places; as text, for no tree holds all of the values. */
    private static String spoiled(String json, int place, String value) {
        var members = MEMBER.matcher(json).results().toList();
        if (members.isEmpty()) {
            return json;
        }
        var member = members.get(place % members.size());
        return json.substring(0, member.start(1)) + value + json.substring(member.end(1));
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.of(EventFormatTests.everyEvent().toList());
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.of(VALUES).list().ofMinSize(1).ofMaxSize(2);
    }
}
