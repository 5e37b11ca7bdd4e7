package potstats2.settings;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of more than one service.
 *
 * @param timeZone in which years, days and hours begin
 */
@ConfigurationProperties("potstats2")
public record SharedSettings(@DefaultValue("UTC") ZoneId timeZone) {}
