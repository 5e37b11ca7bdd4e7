package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document about the API says what the API does. With {@code UPDATE_OPENAPI=true} in the environment examples that
 * are missing are written, and the kept copy is written instead of compared; twice, so that new examples are in it.
 */
@RealServers(Server.POSTGRES)
class OpenApiIT {
    private static final boolean UPDATE = Boolean.parseBoolean(System.getenv("UPDATE_OPENAPI"));
    /** The pages' types are made from it. */
    private static final Path COPY = Path.of("..", "frontend", "openapi.json");

    private static final Path EXAMPLES = Path.of("src", "main", "resources", "potstats2", "api", "openapi", "examples");
    private static final String SCHEMA_OF_ANSWER = "/responses/200/content/application~1json/schema";

    private static final int LONGEST_EXAMPLE = 3;

    /** Questions to each API; the first is its example. */
    private static final Map<String, List<String>> QUESTIONS = Map.ofEntries(
            Map.entry("boards", List.of("", "year=2004", "year=1999")),
            Map.entry("poster-stats", List.of("limit=2", "", "year=1999")),
            Map.entry("poster-development", List.of("uid=${uid}", "uid=${uid}&bid=14", "uid=${uid}&bid=77")),
            Map.entry("year-over-year-stats", List.of("", "year=2004&bid=14", "year=1999")),
            Map.entry("monthly-stats", List.of("month=2004-05", "year=2004&bid=14", "from=2004-02-03", "year=1999")),
            Map.entry("weekday-stats", List.of("", "year=2004", "year=1999")),
            Map.entry("hourly-stats", List.of("year=2004&bid=14", "", "year=1999")),
            Map.entry(
                    "daily-stats",
                    List.of(
                            "year=2004&statistic=post_count",
                            "year=2004&statistic=avg_post_length",
                            "year=1999&statistic=active_users")),
            Map.entry("social-graph", List.of("limit=2", "", "year=1999")),
            Map.entry("user-domains", List.of("limit=2", "type=image", "year=1999")),
            Map.entry("domains", List.of("limit=3", "type=video", "year=1999")),
            Map.entry("stats", List.of("limit=2", "", "year=1999")),
            Map.entry("search", List.of("content=quote&type=post", "content=title&type=thread", "content=&type=post")),
            Map.entry("users", List.of("name=a&limit=2", "name=nobody")),
            Map.entry("user", List.of("uid=${uid}")),
            Map.entry("user-relations", List.of("uid=${uid}&limit=2", "uid=${uid}&year=1999")),
            Map.entry("day", List.of("date=2004-05-06", "date=1999-01-01")),
            Map.entry("board-development", List.of("year=2004", "", "year=1999")),
            Map.entry("imprint", List.of("")),
            Map.entry("backend-stats", List.of("")));

    private static final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static RunningApi api;
    private static JsonNode document;
    private static long anyUser;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(1));
        api = RunningApi.start(database, Map.of());
        document = api.json("/v3/api-docs");
        anyUser = api.json("/api/poster-stats?limit=1").at("/rows/0/User/uid").longValue();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void describesEveryPath() throws Exception {
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        var served = api.json("/api/")
                .get("apis")
                .valueStream()
                .map(url -> url.stringValue().replaceFirst("http://[^/]+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        served.add("/api/");
        served.add("/api/stream");
        assertThat(new TreeSet<>(document.get("paths").propertyNames())).isEqualTo(served);
        for (var path : document.get("paths")) {
            assertThat(path.at("/get/summary").stringValue()).isNotBlank();
        }
    }

    @Test
    void everyAnswerIsAsDescribed() throws Exception {
        for (var path : names()) {
            for (var question : questions(path)) {
                var address = "/api/" + path + "?" + question.replace("${uid}", String.valueOf(anyUser));
                var answer = api.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertValid(address, operation(path) + SCHEMA_OF_ANSWER, answer.body());
            }
        }
        assertValid(
                "/api/",
                "/paths/~1api~1/get" + SCHEMA_OF_ANSWER,
                api.get("/api/").body());
    }

    @Test
    void aWrongAnswerWouldBeNoticed() {
        assertThat(errors(operation("boards") + SCHEMA_OF_ANSWER, "{\"rows\":[{\"bid\":\"14\"}]}"))
                .isNotEmpty();
        assertThat(errors(operation("boards") + SCHEMA_OF_ANSWER, "{\"rows\":[],\"more\":1}"))
                .isNotEmpty();
        assertThat(errors(operation("boards") + SCHEMA_OF_ANSWER, "{}")).isNotEmpty();
    }

    @Test
    void errorsAreAsDescribed() throws Exception {
        var answer = api.get("/api/boards?year=x");
        assertValid("error", operation("boards") + "/responses/400/content/application~1json/schema", answer.body());
    }

    @Test
    void requiredParametersAreThoseWithoutWhichThereIsNoAnswer() throws Exception {
        for (var path : names()) {
            var required = document.at(operation(path) + "/parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("required").asBoolean(false))
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
            var answer = api.get("/api/" + path);
            if (required.isEmpty()) {
                assertThat(answer.statusCode() == 200 || path.equals("poster-development"))
                        .as(path)
                        .isTrue();
            } else {
                assertThat(answer.body()).as(path).contains("Missing request argument " + required.get(0));
            }
        }
    }

    @Test
    void examplesAreRealAnswers() throws Exception {
        for (var name : names()) {
            var question = questions(name).get(0).replace("${uid}", String.valueOf(anyUser));
            var answer = api.json("/api/" + name + "?" + question);
            var file = EXAMPLES.resolve(name + ".json");
            if (UPDATE && !Files.exists(file)) {
                Files.createDirectories(EXAMPLES);
                Files.writeString(file, json.writeValueAsString(shortened(answer)) + "\n");
            }
            assertThat(file).exists();
            assertValid(file.toString(), operation(name) + SCHEMA_OF_ANSWER, Files.readString(file));
        }
    }

    @Test
    void keptCopyIsTheDocument() throws Exception {
        if (UPDATE) {
            Files.writeString(COPY, json.writeValueAsString(document) + "\n");
        }
        assertThat(json.readTree(Files.readString(COPY)))
                .as("run this test with UPDATE_OPENAPI=true and commit what it writes")
                .isEqualTo(document);
    }

    @Test
    void isAlsoThereAsYaml() throws Exception {
        assertThat(api.get("/v3/api-docs.yaml").body()).contains("openapi: 3.1", "/api/boards:");
    }

    private static List<String> names() {
        return document.get("paths").propertyNames().stream()
                .map(path -> path.substring("/api/".length()))
                .filter(name -> !name.isEmpty() && !name.equals("stream"))
                .toList();
    }

    private static List<String> questions(String api) {
        var questions = QUESTIONS.get(api);
        if (questions == null) {
            throw new AssertionError("No question to " + api);
        }
        return questions;
    }

    private static String operation(String api) {
        return "/paths/~1api~1" + api + "/get";
    }

    /** Long lists say nothing more than short ones. */
    private static JsonNode shortened(JsonNode answer) {
        for (var list : List.of("rows", "series")) {
            if (answer instanceof ObjectNode object && object.path(list).size() > LONGEST_EXAMPLE) {
                var few = json.createArrayNode();
                object.get(list).valueStream().limit(LONGEST_EXAMPLE).forEach(few::add);
                object.set(list, few);
            }
        }
        return answer;
    }

    private static void assertValid(String what, String schema, String text) {
        assertThat(errors(schema, text)).as(what).isEmpty();
    }

    private static List<String> errors(String schema, String text) {
        var whole = (ObjectNode) document.deepCopy();
        whole.put("$ref", "#" + schema);
        assertThat(document.at(schema).isMissingNode()).as(schema).isFalse();
        return SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(whole)
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
