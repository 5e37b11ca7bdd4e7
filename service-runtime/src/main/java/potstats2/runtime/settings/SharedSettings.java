package potstats2.runtime.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of more than one service.
 *
 * @param timeZone in which years, days and hours begin: a name of the IANA time zone database
 */
@ConfigurationProperties("potstats2")
public record SharedSettings(String timeZone) {

    public SharedSettings {
        TimeZones.complaint(timeZone).ifPresent(complaint -> {
            throw new IllegalArgumentException(TimeZones.SETTING + ": " + complaint);
        });
    }
}
