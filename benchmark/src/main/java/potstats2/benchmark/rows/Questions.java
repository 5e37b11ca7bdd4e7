package potstats2.benchmark.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import potstats2.benchmark.system.Api;
import tools.jackson.databind.JsonNode;

/** Every question that the API's own description offers, with every filter alone, every two, and all of them. */
final class Questions {
    private static final Set<String> IGNORED = Set.of("nocache");
    /** It has no end. */
    private static final String STREAM = "/api/stream";

    private final Map<String, List<String>> byPath = new TreeMap<>();

    /** Asks a filled system for what there is to ask. */
    static Questions of(Api api) {
        var questions = new Questions();
        var values = values(api);
        api.get("/v3/api-docs")
                .path("paths")
                .propertyStream()
                .filter(path ->
                        path.getKey().startsWith("/api/") && !path.getKey().equals(STREAM))
                .forEach(path -> questions.add(path.getKey(), path.getValue().at("/get/parameters"), values));
        questions.byPath.replaceAll((path, all) ->
                all.stream().filter(question -> !api.refuses(question)).toList());
        return questions;
    }

    /** By path, without those that are refused because they lack something. */
    Map<String, List<String>> byPath() {
        return byPath;
    }

    List<String> all() {
        return byPath.values().stream().flatMap(List::stream).toList();
    }

    /** Values for which there is much to compute. */
    private static Map<String, List<String>> values(Api api) {
        var years = rows(api.get("/api/year-over-year-stats"));
        var busiest = years.stream()
                .max(Comparator.comparingLong(year -> year.path("post_count").asLong()))
                .orElseThrow();
        var boards = rows(api.get("/api/boards"));
        var largest = boards.stream()
                .max(Comparator.comparingLong(board -> board.path("post_count").asLong()))
                .orElseThrow();
        var posters = rows(api.get("/api/poster-stats?limit=1"));
        var poster = posters.get(0).path("User");
        var values = new LinkedHashMap<String, List<String>>();
        values.put("year", List.of(busiest.path("year").asString()));
        var last = years.get(years.size() - 1).path("year").asInt();
        var first = Math.max(years.get(0).path("year").asInt(), last - 10);
        values.put("month", List.of(busiest.path("year").asString() + "-05"));
        values.put("from", List.of(first + "-02-03"));
        values.put("to", List.of(last + "-01-20"));
        values.put("bid", List.of(largest.path("bid").asString()));
        values.put("uid", List.of(poster.path("uid").asString()));
        values.put("user", List.of(poster.path("name").asString()));
        values.put("name", List.of(poster.path("name").asString()));
        values.put("date", List.of(busiest.path("year").asString() + "-06-15"));
        values.put("limit", List.of("10", "10000"));
        values.put("csv", List.of("true"));
        values.put("following_uid", List.of(poster.path("uid").asString()));
        values.put("following_ob", List.of(posters.get(0).path("post_count").asString()));
        rows(api.get("/api/domains?limit=1")).stream()
                .findFirst()
                .ifPresent(domain ->
                        values.put("domain", List.of(domain.path("domain").asString())));
        return values;
    }

    private static List<JsonNode> rows(JsonNode answer) {
        return answer.path("rows").valueStream().toList();
    }

    private void add(String path, JsonNode parameters, Map<String, List<String>> known) {
        var required = new ArrayList<String>();
        var optional = new ArrayList<List<String>>();
        StreamSupport.stream(parameters.spliterator(), false)
                .filter(parameter -> !IGNORED.contains(parameter.path("name").asString()))
                .forEach(parameter -> {
                    var filters = filters(parameter, known);
                    if (parameter.path("required").asBoolean(false) && !filters.isEmpty()) {
                        required.add(filters.get(0));
                    }
                    optional.add(filters);
                });
        var base = String.join("&", required);
        var queries = new ArrayList<String>();
        queries.add(base);
        optional.forEach(filters -> filters.forEach(filter -> queries.add(with(base, filter))));
        pairs(optional).forEach(pair -> queries.add(with(base, pair)));
        optional.stream()
                .filter(filters -> !filters.isEmpty())
                .map(filters -> filters.get(filters.size() - 1))
                .reduce((first, second) -> first + "&" + second)
                .ifPresent(all -> queries.add(with(base, all)));
        byPath.put(
                path,
                queries.stream()
                        .distinct()
                        .map(query -> query.isEmpty() ? path : path + "?" + query)
                        .toList());
    }

    /** One value of each of two filters. */
    private static List<String> pairs(List<List<String>> filters) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < filters.size(); i++) {
            for (var first : filters.get(i)) {
                for (var other : filters.subList(i + 1, filters.size())) {
                    other.forEach(second -> pairs.add(first + "&" + second));
                }
            }
        }
        return pairs;
    }

    /** A later value of the same parameter replaces the one that is there. */
    private static String with(String base, String filters) {
        var parameters = new LinkedHashMap<String, String>();
        for (var filter : (base.isEmpty() ? filters : base + "&" + filters).split("&", -1)) {
            parameters.put(filter.substring(0, filter.indexOf('=')), filter);
        }
        return String.join("&", parameters.values());
    }

    private static List<String> filters(JsonNode parameter, Map<String, List<String>> known) {
        var name = parameter.path("name").asString();
        var choices = parameter
                .at("/schema/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return (choices.isEmpty() ? known.getOrDefault(name, List.of()) : choices)
                .stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, UTF_8))
                        .toList();
    }
}
