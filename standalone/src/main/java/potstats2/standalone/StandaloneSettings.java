package potstats2.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the process that holds everything.
 *
 * @param dataDir where the embedded servers keep their data and the log is written; {@code ~} is the user's home
 * @param apiPort where the API listens
 * @param fresh forget what the embedded servers hold, for a forum that was not there before
 */
@ConfigurationProperties("potstats2.standalone")
public record StandaloneSettings(
        @DefaultValue("~/.potstats2") String dataDir,
        @DefaultValue("8080") int apiPort,
        @DefaultValue("false") boolean fresh) {
    private static final int LARGEST_PORT = 65535;

    public StandaloneSettings {
        if (apiPort < 1 || apiPort > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "potstats2.standalone.api-port: must be from 1 to " + LARGEST_PORT + ", but is " + apiPort);
        }
    }

    /** As they would be with these overrides. */
    public static StandaloneSettings of(Map<String, Object> overrides) {
        return Standalone.SELF.configured(overrides).get(StandaloneSettings.class);
    }

    Path dataDirectory() {
        var path = dataDir.equals("~") || dataDir.startsWith("~/")
                ? System.getProperty("user.home") + dataDir.substring(1)
                : dataDir;
        return Path.of(path).toAbsolutePath().normalize();
    }
}
