package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static potstats2.deploy.Manifest.map;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeTests {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):-([^}]*)}");
    private static final String FILE = Repository.read("docker-compose.yml");

    private final Map<String, Object> services = map(parsed().get("services"));

    private static Map<String, Object> parsed() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options))
                .load(VARIABLE.matcher(FILE).replaceAll("$2"));
    }

    private Stream<Map.Entry<String, Map<String, Object>>> services() {
        return services.entrySet().stream().map(service -> Map.entry(service.getKey(), map(service.getValue())));
    }

    @Test
    void isUnderstoodByCompose() {
        var compose = Stream.of(new Tool("docker", "compose"), new Tool("docker-compose"))
                .filter(Tool::isThere)
                .filter(ComposeTests::answers)
                .findFirst();
        compose.ifPresentOrElse(
                tool -> assertThat(tool.run("--profile", "simulator", "config")).contains("stats-api-service"),
                () -> assertThat(services).containsKeys(Services.ALL.keySet().toArray(String[]::new)));
    }

    private static boolean answers(Tool compose) {
        try {
            return !compose.run("version").isEmpty();
        } catch (AssertionError withoutThatCommand) {
            return false;
        }
    }

    @Test
    void theServicesKnowTheEnvironmentTheyAreGiven() {
        for (var service : Services.ALL.values()) {
            var environment = map(map(services.get(service.name())).get("environment")).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, variable -> String.valueOf(variable.getValue())));
            assertThat(environment).isNotEmpty();
            assertThat(Environment.complaints(service, environment)).isEmpty();
        }
    }

    @Test
    void aVariableThatTheServiceDoesNotKnowIsFound() {
        var crawler = Objects.requireNonNull(Services.ALL.get("crawler-service"));
        assertThat(Environment.complaints(crawler, Map.of("SPRING_KAFKA_BOOTSTRAP_SERVER", "kafka:9092")))
                .isNotEmpty();
        assertThat(Environment.complaints(crawler, Map.of("POTSTATS2_CRAWLER_DELAY", "1s")))
                .isNotEmpty();
        assertThat(Environment.complaints(crawler, Map.of("POTSTATS2_CRAWLER_REQUEST_DELAY", "soon")))
                .isNotEmpty();
    }

    @Test
    void everythingIsCheckedForItsHealthLimitedAndRestarted() {
        assertThat(services()).allSatisfy(service -> {
            var ofImage =
                    service.getKey().endsWith("-service") || service.getKey().equals("frontend");
            assertThat(ofImage || service.getValue().containsKey("healthcheck"))
                    .as(service.getKey())
                    .isTrue();
            assertThat(service.getValue()).as(service.getKey()).containsEntry("restart", "unless-stopped");
            assertThat(service.getValue().get("deploy"))
                    .as(service.getKey())
                    .asString()
                    .contains("memory=");
        });
        assertThat(Repository.read("deploy/docker/services.Dockerfile")).contains("HEALTHCHECK");
        assertThat(Repository.read("deploy/docker/frontend.Dockerfile")).contains("HEALTHCHECK");
    }

    @Test
    void whatIsNeededIsWaitedFor() {
        assertThat(services())
                .allSatisfy(service -> map(service.getValue().get("depends_on")).forEach((needed, condition) -> {
                    assertThat(services).containsKey(needed);
                    assertThat(map(condition)).containsEntry("condition", "service_healthy");
                }));
        assertThat(map(map(services.get("frontend")).get("depends_on"))).isNotEmpty();
    }

    @Test
    void onlyThePagesAreThereForOthers() {
        var published = services()
                .filter(service -> service.getValue().containsKey("ports"))
                .collect(Collectors.toMap(Map.Entry::getKey, service ->
                        (List<?>) service.getValue().get("ports")));
        assertThat(published.remove("frontend")).hasToString("[8080:8080]");
        assertThat(published.values())
                .isNotEmpty()
                .allSatisfy(ports -> assertThat(ports)
                        .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:")));
    }

    @Test
    void theExampleNamesEveryVariableWithItsDefault() {
        var used = new TreeMap<String, String>();
        var variables = VARIABLE.matcher(FILE);
        while (variables.find()) {
            var before = used.put(variables.group(1), variables.group(2));
            assertThat(before == null || before.equals(variables.group(2)))
                    .as("%s has one default", variables.group(1))
                    .isTrue();
        }
        var example = Repository.read(".env.example")
                .lines()
                .filter(line -> line.matches("[A-Z0-9_]+=.*"))
                .collect(Collectors.toMap(line -> line.split("=", 2)[0], line -> line.split("=", 2)[1]));
        assertThat(example).isEqualTo(used);
    }

    @Test
    void mountedFilesAreThere() {
        var mounts = Pattern.compile("- (\\./[^:]+):").matcher(FILE);
        var found = 0;
        while (mounts.find()) {
            assertThat(Repository.ROOT.resolve(mounts.group(1))).exists();
            found++;
        }
        assertThat(found).isGreaterThan(3);
    }
}
