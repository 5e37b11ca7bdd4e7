package potstats2.runtime.launch;

import java.util.List;
import java.util.Map;
import potstats2.runtime.settings.Settings;

/**
 * A service as its own process or a bigger one starts it.
 *
 * @param name names its configuration: {@code <name>.yml} on the class path
 * @param application the Spring application
 * @param settings the records that its settings are bound to, each annotated with the prefix
 */
public record Service(String name, Class<?> application, List<Class<? extends Record>> settings) {

    public Service {
        settings = List.copyOf(settings);
    }

    /**
     * Reads and checks its settings, as they will be used when it is started.
     *
     * @param overrides win over every other source
     * @throws potstats2.runtime.settings.BadSettingException when one is unknown or cannot be used
     */
    public Settings configured(Map<String, Object> overrides) {
        return Settings.of(name, settings, overrides);
    }
}
