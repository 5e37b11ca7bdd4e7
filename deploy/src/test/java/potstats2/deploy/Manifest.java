package potstats2.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A Kubernetes object as it is written.
 *
 * @param content all of it
 */
record Manifest(Map<String, Object> content) {

    String kind() {
        return String.valueOf(content.get("kind"));
    }

    String group() {
        var version = String.valueOf(content.get("apiVersion"));
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    String name() {
        return String.valueOf(map(content.get("metadata")).get("name"));
    }

    /** What stands at a path such as {@code spec.template}. */
    Optional<Object> at(String path) {
        Object value = content;
        for (var key : path.split("\\.", -1)) {
            value = map(value).get(key);
            if (value == null) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    /** Of what is a pod, or makes pods. */
    Optional<Map<String, Object>> pod() {
        return Stream.of("spec.template.spec", "spec.jobTemplate.spec.template.spec")
                .map(this::at)
                .flatMap(Optional::stream)
                .map(Manifest::map)
                .findFirst();
    }

    List<Map<String, Object>> containers() {
        return pod().stream()
                .flatMap(pod -> list(pod.get("containers")).stream())
                .toList();
    }

    static List<Manifest> parse(String documents) {
        var objects = new ArrayList<Manifest>();
        for (var document : new Yaml().loadAll(documents)) {
            objects.add(new Manifest(map(document)));
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
