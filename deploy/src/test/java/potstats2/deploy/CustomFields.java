package potstats2.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields, of those that CloudNativePG, its Barman Cloud plugin, KEDA and Prometheus' operator document, that are used here: for their
 * objects there is no model to be had. A path that ends in {@code *} may hold anything.
 */
final class CustomFields {
    private static final String RESOURCES = "resources.*";

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "postgresql.cnpg.io/v1 Cluster",
            Set.of(
                    "instances",
                    "imageName",
                    "bootstrap.initdb.database",
                    "bootstrap.initdb.localeProvider",
                    "bootstrap.initdb.builtinLocale",
                    "bootstrap.initdb.encoding",
                    "bootstrap.initdb.postInitApplicationSQLRefs.configMapRefs[].name",
                    "bootstrap.initdb.postInitApplicationSQLRefs.configMapRefs[].key",
                    "managed.roles[].name",
                    "managed.roles[].login",
                    "managed.roles[].passwordSecret.name",
                    "postgresql.parameters.*",
                    "postgresql.synchronous.method",
                    "postgresql.synchronous.number",
                    "storage.size",
                    RESOURCES,
                    "affinity.enablePodAntiAffinity",
                    "affinity.topologyKey",
                    "plugins[].name",
                    "plugins[].isWALArchiver",
                    "plugins[].parameters.barmanObjectName"),
            "postgresql.cnpg.io/v1 ScheduledBackup",
            Set.of("schedule", "backupOwnerReference", "cluster.name", "method", "pluginConfiguration.name"),
            "barmancloud.cnpg.io/v1 ObjectStore",
            Set.of(
                    "retentionPolicy",
                    "configuration.destinationPath",
                    "configuration.endpointURL",
                    "configuration.s3Credentials.accessKeyId.name",
                    "configuration.s3Credentials.accessKeyId.key",
                    "configuration.s3Credentials.secretAccessKey.name",
                    "configuration.s3Credentials.secretAccessKey.key",
                    "configuration.wal.compression",
                    "configuration.data.compression"),
            "monitoring.coreos.com/v1 PodMonitor",
            Set.of(
                    "selector.matchExpressions[].key",
                    "selector.matchExpressions[].operator",
                    "selector.matchExpressions[].values[]",
                    "podMetricsEndpoints[].port",
                    "podMetricsEndpoints[].path",
                    "podMetricsEndpoints[].interval",
                    "podMetricsEndpoints[].relabelings[].sourceLabels[]",
                    "podMetricsEndpoints[].relabelings[].regex",
                    "podMetricsEndpoints[].relabelings[].targetLabel",
                    "podMetricsEndpoints[].relabelings[].replacement"),
            "monitoring.coreos.com/v1 PrometheusRule",
            Set.of(
                    "groups[].name",
                    "groups[].rules[].alert",
                    "groups[].rules[].expr",
                    "groups[].rules[].for",
                    "groups[].rules[].labels.severity",
                    "groups[].rules[].annotations.summary",
                    "groups[].rules[].annotations.runbook"),
            "keda.sh/v1alpha1 ScaledObject",
            Set.of(
                    "scaleTargetRef.name",
                    "pollingInterval",
                    "cooldownPeriod",
                    "minReplicaCount",
                    "maxReplicaCount",
                    "advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds",
                    "triggers[].type",
                    "triggers[].metadata.bootstrapServers",
                    "triggers[].metadata.consumerGroup",
                    "triggers[].metadata.topic",
                    "triggers[].metadata.lagThreshold",
                    "triggers[].metadata.offsetResetPolicy"));

    private CustomFields() {}

    /** What stands in the object's specification without being known. */
    static List<String> unknown(Manifest object) {
        var known = KNOWN.get(object.content().get("apiVersion") + " " + object.kind());
        if (known == null) {
            return List.of(object + ": of an unknown kind");
        }
        var paths = new ArrayList<String>();
        collect("", object.content().get("spec"), paths);
        return paths.stream().filter(path -> !isKnown(path, known)).toList();
    }

    private static boolean isKnown(String path, Set<String> known) {
        return known.contains(path)
                || known.stream()
                        .filter(any -> any.endsWith("*"))
                        .anyMatch(any -> path.startsWith(any.substring(0, any.length() - 1)));
    }

    private static void collect(String path, @Nullable Object value, List<String> paths) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> collect(path.isEmpty() ? "" + name : path + "." + name, field, paths));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> collect(path + "[]", element, paths));
        } else {
            paths.add(path);
        }
    }
}
