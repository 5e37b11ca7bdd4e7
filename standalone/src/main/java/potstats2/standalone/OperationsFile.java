package potstats2.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.HttpAddress;

/**
 * What a running process leaves in its data directory for the commands that operate it; for the owner's eyes only.
 *
 * @param token what the services ask for
 * @param kafka for {@code bootstrap.servers}
 * @param services where each service's operations are, by the service's name
 */
public record OperationsFile(String token, String kafka, Map<String, HttpAddress> services) {
    private static final String NAME = "operations";
    private static final String TOKEN = "token";
    private static final String KAFKA = "kafka";
    private static final int TOKEN_BYTES = 24;

    static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Reads what the process on a data directory left. */
    public static Optional<OperationsFile> read(Map<String, Object> overrides) {
        var file = StandaloneSettings.of(overrides).dataDirectory().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new BadSettingException(file + ": cannot be read: " + e.getMessage());
        }
        var token = take(properties, TOKEN);
        var kafka = take(properties, KAFKA);
        var services = new TreeMap<String, HttpAddress>();
        properties.forEach((service, url) -> services.put(service.toString(), HttpAddress.of(url.toString())));
        return Optional.of(new OperationsFile(token, kafka, services));
    }

    private static String take(Properties properties, String name) {
        @Nullable Object value = properties.remove(name);
        return value == null ? "" : value.toString();
    }

    /** Whoever reads it sees all of it or nothing. */
    void write(Path directory) {
        var properties = new Properties();
        properties.setProperty(TOKEN, token);
        properties.setProperty(KAFKA, kafka);
        services.forEach((service, url) -> properties.setProperty(service, url.toString()));
        try {
            var unfinished = Files.createTempFile(
                    directory,
                    NAME,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(unfinished)) {
                properties.store(out, null);
            }
            Files.move(unfinished, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }
}
