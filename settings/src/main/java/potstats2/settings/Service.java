package potstats2.settings;

import java.util.List;

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
}
