package potstats2.api.imprint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who runs this, as configured.
 *
 * @param name empty where nobody is named
 * @param contactInfo empty where there is none
 */
record Imprint(String name, @JsonProperty("contact_info") String contactInfo) {}
