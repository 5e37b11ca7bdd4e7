package potstats2.runtime.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** Words for the parts of a message of one line. */
final class Text {
    private static final int LONGEST_VALUE = 80;

    private Text() {}

    static String quoted(@Nullable Object value) {
        // Whoever is mentioned in an address may have a password there.
        var text = String.valueOf(value).replaceAll("\\p{Cntrl}+", " ").replaceAll("(?<=://)[^/ ]*@", "…@");
        return '"' + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text) + '"';
    }

    static String origin(PropertySource<?> source, String name) {
        var origin = OriginLookup.getOrigin(source, name);
        return origin == null ? source(source, name) : origin(origin);
    }

    static String origin(@Nullable Origin origin) {
        if (origin instanceof TextResourceOrigin text) {
            return file(text);
        }
        if (origin instanceof SystemEnvironmentOrigin variable) {
            return "environment variable " + variable.getProperty();
        }
        if (origin instanceof PropertySourceOrigin wrapped) {
            return wrapped.getOrigin() == null
                    ? source(wrapped.getPropertySource(), wrapped.getPropertyName())
                    : origin(wrapped.getOrigin());
        }
        return "built in";
    }

    private static String source(PropertySource<?> source, String name) {
        return switch (source.getName()) {
            case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, SettingSources.OVERRIDES ->
                "command line";
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "system property";
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> "environment variable " + name;
            default -> source.getName();
        };
    }

    private static String file(TextResourceOrigin origin) {
        var resource = origin.getResource();
        var path = resource instanceof FileSystemResource file
                ? file.getPath()
                : String.valueOf(resource == null ? null : resource.getFilename());
        var location = origin.getLocation();
        return location == null ? path : path + ", line " + (location.getLine() + 1);
    }
}
