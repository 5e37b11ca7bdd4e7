package potstats2.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import potstats2.runtime.launch.Service;
import potstats2.runtime.settings.BadSettingException;
import tools.jackson.databind.json.JsonMapper;

/** Judges the environment that a container gives its service. */
final class Environment {
    private static final Set<String> SPRING = springVariables();

    private Environment() {}

    /**
     * What is wrong with it.
     *
     * @param variables with their values, empty where these are secret
     */
    static List<String> complaints(Service service, Map<String, String> variables) {
        var complaints = new ArrayList<String>();
        var own = Services.variables(service);
        var settings = new HashMap<String, Object>();
        variables.forEach((name, value) -> {
            var property = own.get(name);
            if (property != null) {
                settings.put(property, value);
            } else if (!SPRING.contains(name)) {
                complaints.add(service.name() + " knows no " + name);
            }
        });
        try {
            service.configured(settings);
        } catch (BadSettingException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        return complaints;
    }

    /** From the descriptions that come with Spring's own settings. */
    private static Set<String> springVariables() {
        var json = new JsonMapper();
        var variables = new TreeSet<String>();
        try {
            var loader = Environment.class.getClassLoader();
            for (var file : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var content = file.openStream()) {
                    json.readTree(content)
                            .get("properties")
                            .forEach(property -> variables.add(
                                    Services.variable(property.get("name").stringValue())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }
}
