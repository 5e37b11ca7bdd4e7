package potstats2.deploy;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import potstats2.analytics.AnalyticsService;
import potstats2.api.StatsApiService;
import potstats2.crawler.CrawlerService;
import potstats2.ingest.IngestService;
import potstats2.runtime.launch.Service;
import potstats2.runtime.operations.OperationsSettings;

/** What the services can be told by environment variables. */
final class Services {
    static final Map<String, Service> ALL = Stream.of(
                    CrawlerService.SERVICE, IngestService.SERVICE, AnalyticsService.SERVICE, StatsApiService.SERVICE)
            .collect(Collectors.toUnmodifiableMap(Service::name, service -> service));

    private Services() {}

    /** Environment variables of the service's own settings, and the settings' names. */
    static Map<String, String> variables(Service service) {
        var variables = new TreeMap<String, String>();
        var types = new ArrayList<Class<?>>(service.settings());
        types.add(OperationsSettings.class);
        for (var type : types) {
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            for (var component : type.getRecordComponents()) {
                var property = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
                variables.put(variable(property), property);
            }
        }
        return variables;
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }
}
