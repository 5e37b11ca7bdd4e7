package potstats2.runtime.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * A value that does not fit its setting.
 *
 * @param failure how Spring found out
 * @param known the names of the settings it may be about
 * @param sources where they may come from, the strongest first
 */
record BadValue(BindException failure, Set<String> known, Iterable<ConfigurationPropertySource> sources) {

    String inOneLine() {
        var property = failure.getProperty();
        if (property != null) {
            return property.getName() + ": " + Text.quoted(property.getValue()) + " is not " + expected() + because()
                    + " (" + Text.origin(property.getOrigin()) + ")";
        }
        var reason = reason();
        return known.stream()
                .filter(reason::contains)
                .max(Comparator.comparingInt(String::length))
                .flatMap(this::find)
                .map(culprit -> reason + " (" + Text.origin(culprit.getOrigin()) + ")")
                .orElse(reason);
    }

    /** The settings' own words: they name the setting and the value. */
    private String reason() {
        Throwable root = failure;
        for (Throwable cause; (cause = root.getCause()) != null; ) {
            root = cause;
        }
        return String.valueOf(root.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    /** Where the value itself says what is wrong with it. */
    private String because() {
        return failure.getTarget().getType().resolve() == HttpAddress.class ? ": " + reason() : "";
    }

    private Optional<ConfigurationProperty> find(String name) {
        for (var source : sources) {
            var property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
            if (property != null) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    private String expected() {
        var type = failure.getTarget().getType().resolve();
        if (type == null) {
            return "usable";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return words(type);
    }

    private static String words(Class<?> type) {
        if (type == Duration.class) {
            return "a duration such as 500ms, 2s or 1m";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == HttpAddress.class) {
            return "an address such as http://host/path/";
        }
        return "a " + type.getSimpleName();
    }
}
