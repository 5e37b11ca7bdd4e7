package potstats2.runtime.settings;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import potstats2.runtime.operations.OperationsSettings;

/** The names of the settings that exist, and what is wrong with one that does not. */
final class KnownSettings {
    private static final String ROOT = "potstats2.";
    private static final String VARIABLE_ROOT = "POTSTATS2_";
    /** Every service may read the same file: each leaves the others' settings to them. */
    private static final List<String> SERVICES = List.of("crawler", "ingest", "analytics", "api", "standalone");
    /** What else the user's file may configure, in Spring's names. */
    private static final List<String> OTHER_ROOTS =
            List.of("spring.", "server.", "management.", "logging.", "springdoc.");

    private final Set<String> names = new TreeSet<>();

    KnownSettings(Collection<Class<? extends Record>> types) {
        types.forEach(type -> addComponents(prefix(type), type));
        addComponents(prefix(SharedSettings.class), SharedSettings.class);
        addComponents(prefix(OperationsSettings.class), OperationsSettings.class);
    }

    static String prefix(Class<?> type) {
        var annotation = AnnotationUtils.findAnnotation(type, ConfigurationProperties.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type + " has no @ConfigurationProperties");
        }
        return annotation.prefix();
    }

    Set<String> names() {
        return names;
    }

    /** What to say about a name that stands in a source; nothing when it is fine or not ours. */
    Optional<String> complaint(String name, EnumerablePropertySource<?> source) {
        if (source instanceof SystemEnvironmentPropertySource) {
            return name.startsWith(VARIABLE_ROOT) ? unknownVariable(name, source) : Optional.empty();
        }
        if (name.startsWith(ROOT)) {
            return unknownName(name, source);
        }
        return source.getName().equals(SettingSources.USER_FILE)
                        && OTHER_ROOTS.stream().noneMatch(name::startsWith)
                ? Optional.of(unknown(name, ROOT + name, source))
                : Optional.empty();
    }

    private Optional<String> unknownName(String name, EnumerablePropertySource<?> source) {
        var plain = withoutIndexes(name);
        return isOfAnotherService(plain, ROOT, ".")
                        || names.stream()
                                .anyMatch(known -> squeezed(known, "[-_]").equals(squeezed(plain, "[-_]")))
                ? Optional.empty()
                : Optional.of(unknown(name, plain, source));
    }

    private Optional<String> unknownVariable(String name, EnumerablePropertySource<?> source) {
        var plain = name.replaceAll("_\\d+(?=_|$)", "");
        if (isOfAnotherService(plain, VARIABLE_ROOT, "_")
                || names.stream().anyMatch(known -> squeezed(known, "[-_.]").equals(squeezed(plain, "[-_.]")))) {
            return Optional.empty();
        }
        var nearest = Spelling.nearest(
                plain, names.stream().map(KnownSettings::variable).toList());
        return Optional.of(name + ": unknown setting, did you mean " + nearest + "? (value "
                + Text.quoted(source.getProperty(name)) + ", environment variable)");
    }

    private String unknown(String name, String plain, EnumerablePropertySource<?> source) {
        return name + ": unknown setting, did you mean " + Spelling.nearest(plain, names) + "? (value "
                + Text.quoted(source.getProperty(name)) + ", " + Text.origin(source, name) + ")";
    }

    private boolean isOfAnotherService(String name, String root, String separator) {
        return SERVICES.stream()
                .filter(service -> names.stream().noneMatch(known -> known.startsWith(ROOT + service + ".")))
                .anyMatch(service -> name.toLowerCase(Locale.ROOT)
                        .startsWith((root + service + separator).toLowerCase(Locale.ROOT)));
    }

    private void addComponents(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                addComponents(name, component.getType());
            } else {
                names.add(name);
            }
        }
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }

    private static String withoutIndexes(String name) {
        return name.replaceAll("\\[\\d+]", "");
    }

    private static String squeezed(String name, String separators) {
        return name.toLowerCase(Locale.ROOT).replaceAll(separators, "");
    }
}
