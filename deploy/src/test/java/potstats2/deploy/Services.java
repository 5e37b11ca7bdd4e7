package potstats2.deploy;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceModule;
import potstats2.runtime.operations.OperationsSettings;

/** What the services can be told by environment variables. */
final class Services {
    static final Map<String, Service> ALL =
            ServiceModule.all().stream().collect(Collectors.toUnmodifiableMap(Service::name, service -> service));

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
