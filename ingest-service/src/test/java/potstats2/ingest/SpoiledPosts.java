package potstats2.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static potstats2.ingest.ForumFixtures.edit;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import potstats2.events.EventCodec;

/** Posts as JSON that no crawler would write: each member in turn out of its range, of another type, or absent. */
final class SpoiledPosts {
    private static final Map<String, List<String>> SPOILED = Map.of(
            "\"pid\":1000", List.of("-1", "0", "9223372036854775808", "1e30", "\"x\"", "null", "[]"),
            "\"tid\":10", List.of("-1", "0", "9223372036854775808", "{}"),
            "\"uid\":7", List.of("-1", "9223372036854775808", "\"seven\""),
            "\"name\":\"anna\"", List.of("\"\\u0000\"", "\"\\ud800\"", "null", "7"),
            "\"postedAt\":\"2004-01-01T00:16:40Z\"",
                    List.of(
                            "\"+1000000000-12-31T23:59:59Z\"",
                            "\"+292277-01-01T00:00:00Z\"",
                            "\"1899-12-31T00:00:00Z\"",
                            "\"+10000-01-01T00:00:00Z\"",
                            "\"2004-02-30T00:00:00Z\"",
                            "99999999999999",
                            "null"),
            "\"editCount\":1", List.of("-1", "2147483648", "1e99", "4711"),
            "\"editedAt\":\"2004-01-01T00:33:20Z\"", List.of("\"0000-01-01T00:00:00Z\"", "\"soon\""),
            "\"content\":\"Text\"", List.of("\"\\u0000\"", "\"\\udc00\\ud800\"", "null", "{\"a\":1}"),
            "\"hidden\":false", List.of("\"maybe\"", "7.5"),
            "\"observedAt\":\"2024-01-01T00:16:40Z\"", List.of("\"+999999999-01-01T00:00:00Z\"", "null"));

    private SpoiledPosts() {}

    static List<String> values() {
        var codec = new EventCodec();
        var sound = new String(
                codec.encode(post(1000, 10, user(7, "anna"), edit(user(7, "anna"), 2000), "Text", 1000)), UTF_8);
        var values = new ArrayList<String>();
        SPOILED.forEach((member, spoiled) -> {
            if (!sound.contains(member)) {
                throw new IllegalStateException(member + " is not in " + sound);
            }
            var name = member.substring(0, member.indexOf(':') + 1);
            spoiled.forEach(value -> values.add(sound.replace(member, name + value)));
        });
        return values;
    }
}
