package potstats2.api.backend;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the service says about itself.
 *
 * @param version of the software
 * @param apis every API by its name, as members beside the version
 */
record BackendStats(
        @JsonProperty("version") String version,
        @JsonAnyGetter SortedMap<String, ApiStats> apis) {

    BackendStats {
        apis = Collections.unmodifiableSortedMap(new TreeMap<>(apis));
    }
}
