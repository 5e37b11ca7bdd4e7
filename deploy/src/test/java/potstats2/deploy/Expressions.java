package potstats2.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The PromQL of dashboards and alerts. */
final class Expressions {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern METRIC = Pattern.compile("\\b(?:potstats2|jvm|process|r2dbc|hikaricp)_[a-z0-9_]+");

    private Expressions() {}

    static List<String> ofRules() {
        return all(Repository.yaml("deploy/prometheus/rules.yml"));
    }

    static List<String> ofDashboards() {
        return Repository.files("deploy/grafana/dashboards", ".json").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .flatMap(file -> all(Repository.yaml(file)).stream())
                .toList();
    }

    /** The services' metrics in an expression. */
    static Set<String> metrics(List<String> expressions) {
        return expressions.stream()
                .map(expression -> QUOTED.matcher(expression).replaceAll(""))
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(@Nullable Object node) {
        var found = new ArrayList<String>();
        if (node instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if ("expr".equals(name)) {
                    found.add(String.valueOf(value));
                } else {
                    found.addAll(all(value));
                }
            });
        } else if (node instanceof List<?> elements) {
            elements.forEach(element -> found.addAll(all(element)));
        }
        return found;
    }
}
