package potstats2.api.imprint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this.
 *
 * @param name of a person or an organisation, empty where nobody is to be named
 * @param contactInfo how to reach them: an address to write to, of several lines if need be
 */
@ConfigurationProperties("potstats2.api.imprint")
public record ImprintSettings(
        @DefaultValue("") String name, @DefaultValue("") String contactInfo) {}
