package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static potstats2.deploy.Manifest.list;
import static potstats2.deploy.Manifest.map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import potstats2.events.Topic;

class KubernetesTests {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Map<String, Class<? extends HasMetadata>> STRIMZI =
            Map.of("Kafka", Kafka.class, "KafkaNodePool", KafkaNodePool.class, "KafkaTopic", KafkaTopic.class);
    private static final Set<String> WITHOUT_MODEL =
            Set.of("postgresql.cnpg.io", "barmancloud.cnpg.io", "keda.sh", "monitoring.coreos.com");
    private static final List<Topic> WITH_DEAD_LETTERS =
            List.of(Topic.BOARDS, Topic.THREADS, Topic.POSTS, Topic.PROFILES, Topic.CHANGES);

    /** What is wrong with the fields of an object, by the model of its kind. */
    private static List<String> complaints(Manifest object) {
        if (WITHOUT_MODEL.contains(object.group())) {
            return CustomFields.unknown(object);
        }
        var yaml = new Yaml().dump(object.content());
        var strimzi = object.group().equals("kafka.strimzi.io") ? STRIMZI.get(object.kind()) : null;
        var model = strimzi == null ? SERIALIZATION.unmarshal(yaml) : SERIALIZATION.unmarshal(yaml, strimzi);
        return model instanceof GenericKubernetesResource
                ? List.of(object + ": of an unknown kind")
                : UnknownFields.of(model);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfEveryObjectIsKnownToItsModel(Overlay overlay) {
        var objects = overlay.objects();
        assertThat(objects).hasSizeGreaterThan(40);
        assertThat(objects)
                .allSatisfy(object ->
                        assertThat(complaints(object)).as("%s", object).isEmpty());
    }

    @Test
    void theOperatorOfPrometheusIsGivenTheSameAlertsAndEveryService() {
        var objects = Manifest.parse(new Tool("sh", "deploy/prometheus/operator.sh").run());
        assertThat(objects)
                .allSatisfy(object ->
                        assertThat(complaints(object)).as("%s", object).isEmpty());
        assertThat(find(objects, "PrometheusRule", "potstats2").at("spec.groups"))
                .contains(Objects.requireNonNull(
                        Repository.yaml("deploy/prometheus/rules.yml").get("groups")));
        assertThat(find(objects, "PodMonitor", "potstats2").at("spec.selector.matchExpressions"))
                .asString()
                .contains("app.kubernetes.io/component", "[service]");
        for (var service : Services.ALL.keySet()) {
            var deployment = find(Overlay.PRODUCTION.objects(), "Deployment", service);
            assertThat(map(deployment.at("spec.template.metadata.labels").orElseThrow()))
                    .containsEntry("app.kubernetes.io/component", "service");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, spec: {podMetricsEndpoint: [{port: http}]}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {replica: 2}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{name: a, imagee: b}]}}}}",
                "{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {restart: Never}}}}}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {ingress: [{form: []}]}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partition: 4}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: Kafka, spec: {kafka: {listeners: [{nam: plain}]}}}",
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instance: 3}}",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {triggers: [{typ: kafka}]}}"
            })
    void aMisspeltFieldIsFound(String misspelt) {
        assertThat(complaints(new Manifest(new Yaml().load(misspelt)))).isNotEmpty();
    }

    @Test
    void aValueOfTheWrongTypeIsFound() {
        var wrong = new Manifest(new Yaml().load("{apiVersion: apps/v1, kind: Deployment, spec: {replicas: many}}"));
        assertThatThrownBy(() -> complaints(wrong)).hasMessageContaining("many");
    }

    @ParameterizedTest
    @EnumSource
    void theServicesKnowTheEnvironmentTheyAreGiven(Overlay overlay) {
        var objects = overlay.objects();
        var settings = find(objects, "ConfigMap", "settings").content().get("data");
        for (var service : Services.ALL.values()) {
            var container =
                    find(objects, "Deployment", service.name()).containers().get(0);
            var environment = new TreeMap<String, String>();
            for (var variable : list(container.get("env"))) {
                var name = String.valueOf(variable.get("name"));
                var from = map(variable.get("valueFrom"));
                var key = map(from.get("configMapKeyRef")).get("key");
                var value = key == null ? variable.get("value") : map(settings).get(key);
                assertThat(value != null || from.containsKey("secretKeyRef"))
                        .as("%s of %s has a value", name, service.name())
                        .isTrue();
                environment.put(name, value == null ? "" : String.valueOf(value));
            }
            assertThat(Environment.complaints(service, environment)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void passwordsAreThoseOfTheRolesThatTheServicesConnectAs(Overlay overlay) {
        var objects = overlay.objects();
        var secrets = list(
                        map(map(find(objects, "Cluster", "postgres").content().get("spec"))
                                        .get("managed"))
                                .get("roles"))
                .stream()
                .collect(Collectors.toMap(
                        role -> role.get("name"),
                        role -> String.valueOf(map(role.get("passwordSecret")).get("name"))));
        var roles = Map.of(
                "SPRING_R2DBC_PASSWORD", "spring.r2dbc.username",
                "SPRING_LIQUIBASE_PASSWORD", "spring.liquibase.user",
                "SPRING_DATASOURCE_PASSWORD", "spring.datasource.username");
        var checked = 0;
        for (var service : Services.ALL.values()) {
            var configured = service.configured(Map.of());
            var container =
                    find(objects, "Deployment", service.name()).containers().get(0);
            for (var variable : list(container.get("env"))) {
                var secret = map(map(variable.get("valueFrom")).get("secretKeyRef"));
                if (!secret.isEmpty() && !"POTSTATS2_OPERATIONS_TOKEN".equals(variable.get("name"))) {
                    var role = configured
                            .get(Objects.requireNonNull(roles.get(variable.get("name"))))
                            .orElseThrow();
                    assertThat(secret.get("name")).isEqualTo(secrets.get(role));
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerHasProbesLimitsAndNoPrivileges(Overlay overlay) {
        var workloads = overlay.objects().stream()
                .filter(object -> object.pod().isPresent())
                .toList();
        assertThat(workloads).hasSizeGreaterThan(6);
        for (var workload : workloads) {
            var pod = workload.pod().orElseThrow();
            assertThat(map(pod.get("securityContext"))).as("%s", workload).containsEntry("runAsNonRoot", true);
            assertThat(pod).as("%s", workload).containsEntry("automountServiceAccountToken", false);
            for (var container : workload.containers()) {
                assertThat(map(map(container.get("resources")).get("limits")))
                        .as("%s", workload)
                        .containsKey("memory");
                assertThat(map(container.get("securityContext")))
                        .as("%s", workload)
                        .containsEntry("readOnlyRootFilesystem", true)
                        .containsEntry("allowPrivilegeEscalation", false);
                if (workload.kind().equals("Deployment")) {
                    assertThat(container)
                            .as("%s", workload)
                            .containsKeys("startupProbe", "readinessProbe", "livenessProbe");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void portsAreThoseThatTheImagesListenOn(Overlay overlay) {
        var dockerfile = Repository.read("deploy/docker/services.Dockerfile");
        var port = Pattern.compile("SERVER_PORT=(\\d+)").matcher(dockerfile);
        assertThat(port.find()).isTrue();
        for (var service : Services.ALL.keySet()) {
            var container =
                    find(overlay.objects(), "Deployment", service).containers().get(0);
            assertThat(list(container.get("ports")))
                    .extracting(any -> String.valueOf(any.get("containerPort")))
                    .containsExactly(port.group(1));
        }
        assertThat(Repository.read("deploy/docker/potstats2.conf.template"))
                .contains("listen "
                        + find(overlay.objects(), "Deployment", "frontend").containers().stream()
                                .flatMap(container -> list(container.get("ports")).stream())
                                .map(any -> any.get("containerPort"))
                                .findFirst()
                                .orElseThrow()
                        + ";");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedForByNameIsThere(Overlay overlay) {
        var objects = overlay.objects();
        var names = objects.stream()
                .flatMap(object -> switch (object.kind()) {
                    case "Service" -> Stream.of(object.name());
                    case "Kafka" -> Stream.of(object.name() + "-kafka-bootstrap");
                    case "Cluster" -> Stream.of(object.name() + "-rw");
                    default -> Stream.of();
                })
                .collect(Collectors.toSet());
        var asked = new TreeSet<String>();
        var host = Pattern.compile("(?:://|@)(?:[^/@:]+:[^/@]+@)?([a-z0-9-]+)(?=[.:])|^([a-z0-9-]+):\\d+$");
        for (var object : objects) {
            for (var value :
                    strings(object.content().get("spec"), object.content().get("data"))) {
                var found = host.matcher(value);
                while (found.find()) {
                    asked.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        // The world outside.
        asked.removeAll(Set.of("forum", "my", "s3"));
        assertThat(asked).contains("redis", "postgres-rw", "potstats2-kafka-bootstrap", "stats-api-service");
        assertThat(names).containsAll(asked);
    }

    private static List<String> strings(@Nullable Object... values) {
        var strings = new ArrayList<String>();
        for (var value : values) {
            if (value instanceof Map<?, ?> fields) {
                fields.values().forEach(field -> strings.addAll(strings(field)));
            } else if (value instanceof List<?> elements) {
                elements.forEach(element -> strings.addAll(strings(element)));
            } else if (value != null) {
                strings.add(String.valueOf(value));
            }
        }
        return strings;
    }

    @ParameterizedTest
    @EnumSource
    void selectorsFindPods(Overlay overlay) {
        var objects = overlay.objects();
        var pods = objects.stream()
                .flatMap(object -> Stream.of("spec.template", "spec.jobTemplate.spec.template")
                        .map(object::at)
                        .flatMap(Optional::stream)
                        .map(template -> map(map(map(template).get("metadata")).get("labels"))))
                .toList();
        for (var object : objects) {
            var selector = switch (object.kind()) {
                case "Service" -> object.at("spec.selector");
                case "PodDisruptionBudget", "Deployment" -> object.at("spec.selector.matchLabels");
                case "NetworkPolicy" -> object.at("spec.podSelector.matchLabels");
                default -> Optional.empty();
            };
            selector.map(Manifest::map)
                    // Pods of the operators.
                    .filter(labels -> labels.keySet().stream().noneMatch(key -> key.matches("(strimzi|cnpg)\\.io/.*")))
                    .ifPresent(labels -> assertThat(pods)
                            .as("%s", object)
                            .anyMatch(pod -> pod.entrySet().containsAll(labels.entrySet())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAllowedThatIsNotSaid(Overlay overlay) {
        var denied = find(overlay.objects(), "NetworkPolicy", "default-deny")
                .content()
                .get("spec");
        assertThat(map(denied)).isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
    }

    @ParameterizedTest
    @EnumSource
    void topicsAreThoseOfTheContract(Overlay overlay) {
        var contract = Stream.concat(
                        Stream.of(Topic.class.getFields())
                                .filter(field -> field.getType() == Topic.class)
                                .map(KubernetesTests::value),
                        WITH_DEAD_LETTERS.stream().map(Topic::deadLetters))
                .collect(Collectors.toMap(
                        Topic::name, topic -> topic.partitions() + " " + new TreeMap<>(topic.settings())));
        var defined = overlay.objects().stream()
                .filter(object -> object.kind().equals("KafkaTopic"))
                .collect(Collectors.toMap(
                        Manifest::name,
                        object -> object.at("spec.partitions").orElseThrow()
                                + " "
                                + map(object.at("spec.config").orElseThrow()).entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                setting -> String.valueOf(setting.getValue()),
                                                (a, b) -> b,
                                                TreeMap::new))));
        assertThat(defined).isEqualTo(contract);
    }

    private static Topic value(Field field) {
        try {
            return (Topic) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void consumersAreNoMoreThanPartitions() {
        var scaled = find(Overlay.PRODUCTION.objects(), "ScaledObject", "ingest-service");
        assertThat(scaled.at("spec.maxReplicaCount").orElseThrow()).isEqualTo(Topic.POSTS.partitions());
        assertThat(map(list(scaled.at("spec.triggers").orElseThrow()).get(0).get("metadata")))
                .containsEntry("topic", Topic.POSTS.name());
    }

    @Test
    void imagesAreThoseThatComposeBuilds() {
        Map<String, Object> compose = Repository.yaml("docker-compose.yml");
        var built = map(compose.get("services")).values().stream()
                .map(Manifest::map)
                .filter(service -> service.containsKey("build"))
                .map(service -> String.valueOf(service.get("image")))
                .map(image -> image.substring(0, image.indexOf(':')))
                .collect(Collectors.toSet());
        var used = Overlay.LOCAL.objects().stream()
                .flatMap(object -> object.containers().stream())
                .map(container -> String.valueOf(container.get("image")).replaceAll(":.*", ""))
                .filter(image -> image.startsWith("potstats2/"))
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(built);
    }

    @Test
    void noPasswordIsInWhatRunsInProduction() {
        assertThat(Overlay.PRODUCTION.objects())
                .extracting(Manifest::kind)
                .contains("ScheduledBackup")
                .doesNotContain("Secret");
    }

    private static Manifest find(List<Manifest> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }
}
