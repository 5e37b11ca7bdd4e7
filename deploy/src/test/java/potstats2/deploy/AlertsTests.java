package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static potstats2.deploy.Manifest.list;
import static potstats2.deploy.Manifest.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertsTests {
    private static final Tool PROMTOOL = new Tool("promtool");

    private static List<Map<String, Object>> alerts() {
        Map<String, Object> rules = Repository.yaml("deploy/prometheus/rules.yml");
        return list(rules.get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    @Test
    void everyAlertHasARunbookAndEveryRunbookAnAlert() {
        var runbooks = Repository.files("deploy/runbooks", ".md").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .collect(Collectors.toSet());
        var named = alerts().stream()
                .map(alert -> String.valueOf(map(alert.get("annotations")).get("runbook")))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty().isEqualTo(runbooks);
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(Repository.read(
                                String.valueOf(map(alert.get("annotations")).get("runbook"))))
                        .startsWith("# " + alert.get("alert") + "\n"));
    }

    @Test
    void everyAlertIsSeenToRaiseInATest() {
        var tests = Repository.read("deploy/prometheus/rules-test.yml");
        assertThat(alerts())
                .allSatisfy(alert ->
                        assertThat(tests).containsPattern("alertname: " + alert.get("alert") + "\n +exp_alerts:"));
    }

    @Test
    void theRulesDoWhatTheirTestsSay() {
        assumeThat(PROMTOOL.isThere())
                .as("promtool is installed (Debian: apt install prometheus)")
                .isTrue();
        PROMTOOL.run("check", "config", "deploy/prometheus/prometheus.yml");
        assertThat(PROMTOOL.run("test", "rules", "deploy/prometheus/rules-test.yml"))
                .contains("SUCCESS");
    }
}
