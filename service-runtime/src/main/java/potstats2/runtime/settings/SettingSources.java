package potstats2.runtime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Where the settings of a service come from, the strongest first: overrides, arguments, system properties, environment,
 * the user's file; Spring adds the service's own file below these.
 *
 * @param service whose settings, by its name
 * @param overrides from the process that embeds the service
 * @param userFile the user's file, which need not exist
 * @param args of the command line
 */
record SettingSources(String service, Map<String, Object> overrides, Path userFile, List<String> args) {
    static final String OVERRIDES = "overrides";
    static final String USER_FILE = "user file";

    static SettingSources of(String service, Map<String, Object> overrides, String... args) {
        var home = Path.of(System.getProperty("user.home"));
        var userFile = home.resolve(".config").resolve("potstats2.yml");
        return new SettingSources(service, overrides, userFile, List.of(args));
    }

    /** The same, and what wins over all of them. */
    SettingSources overriddenBy(Map<String, Object> strongest) {
        var all = new LinkedHashMap<>(overrides);
        all.putAll(strongest);
        return new SettingSources(service, all, userFile, args);
    }

    /** A new one at each call: Spring changes what it is given. */
    ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        readUserFile().forEach(sources::addLast);
        sources.addFirst(new SimpleCommandLinePropertySource(args.toArray(String[]::new)));
        var strongest = new LinkedHashMap<>(overrides);
        strongest.put("spring.config.name", service);
        sources.addFirst(new MapPropertySource(OVERRIDES, strongest));
        return environment;
    }

    private List<PropertySource<?>> readUserFile() {
        if (!Files.exists(userFile)) {
            return List.of();
        }
        try {
            return new YamlPropertySourceLoader().load(USER_FILE, new FileSystemResource(userFile));
        } catch (IOException e) {
            throw new BadSettingException(userFile + ": the file cannot be read");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BadSettingException(
                    userFile + ", line " + (mark == null ? 1 : mark.getLine() + 1) + ": not YAML, " + e.getProblem());
        } catch (YAMLException e) {
            throw new BadSettingException(userFile + ": not YAML, " + firstLine(e));
        }
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
