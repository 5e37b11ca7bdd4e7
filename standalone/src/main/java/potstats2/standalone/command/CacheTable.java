package potstats2.standalone.command;

import java.util.Locale;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** The cache's counters for people. */
final class CacheTable {
    private static final String ROW = "%-22s %12s %12s %12s %14s %14s";

    private CacheTable() {}

    static String of(JsonNode stats) {
        var lines = new StringJoiner(System.lineSeparator());
        lines.add(ROW.formatted("API", "requests", "hits", "misses", "bytes kept", "compressed"));
        stats.properties().stream()
                .filter(api -> api.getValue().isObject())
                .forEach(api -> lines.add(row(api.getKey(), api.getValue())));
        return lines.toString();
    }

    private static String row(String name, JsonNode api) {
        var cache = api.path("cache");
        return ROW.formatted(
                name,
                number(api.path("hits")),
                number(cache.path("hits")),
                number(cache.path("miss")),
                number(cache.path("size")),
                number(cache.path("size_gzipped")));
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%,d", value.asLong(0));
    }
}
