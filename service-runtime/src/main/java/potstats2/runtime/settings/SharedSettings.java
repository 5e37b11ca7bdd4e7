package potstats2.runtime.settings;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of more than one service.
 *
 * @param timeZone in which years, days and hours begin: a name of the IANA time zone database
 */
@ConfigurationProperties("potstats2")
public record SharedSettings(@DefaultValue("UTC") ZoneId timeZone) {

    public SharedSettings {
        // ZoneId also takes offsets, whose sign PostgreSQL reads the other way round.
        if (!ZoneId.getAvailableZoneIds().contains(timeZone.getId())) {
            throw new IllegalArgumentException(
                    "potstats2.time-zone: " + timeZone + " is not a time zone such as Europe/Berlin");
        }
    }
}
