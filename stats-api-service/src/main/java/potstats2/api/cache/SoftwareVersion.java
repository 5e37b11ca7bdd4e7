package potstats2.api.cache;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;

/**
 * Which software answers.
 *
 * @param name for people
 * @param build tells every build from every other
 */
public record SoftwareVersion(String name, String build) {

    static SoftwareVersion of(@Nullable BuildProperties properties) {
        return properties == null
                ? new SoftwareVersion("development", "development")
                : new SoftwareVersion(
                        String.valueOf(properties.getVersion()), properties.getVersion() + "@" + properties.getTime());
    }
}
