package potstats2.api.backend;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often one API was asked, and how it answered.
 *
 * @param hits requests
 * @param responses answers by their status
 * @param responsesSize bytes of all bodies as sent
 * @param cache how often the answer was there already
 */
record ApiStats(
        long hits,
        SortedMap<String, Long> responses,
        @JsonProperty("responses_size") long responsesSize,
        CacheStats cache) {

    private static final String RESPONSES = "responses.";

    ApiStats {
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
    }

    /** @param counts of all APIs, by the API's name, a blank and the counter's name */
    static ApiStats of(String api, Map<String, Long> counts) {
        var prefix = api + " ";
        var responses = new TreeMap<String, Long>();
        counts.forEach((name, count) -> {
            if (name.startsWith(prefix + RESPONSES)) {
                responses.put(name.substring((prefix + RESPONSES).length()), count);
            }
        });
        return new ApiStats(
                counts.getOrDefault(prefix + "hits", 0L),
                responses,
                counts.getOrDefault(prefix + "responses_size", 0L),
                new CacheStats(
                        counts.getOrDefault(prefix + "cache.hits", 0L),
                        counts.getOrDefault(prefix + "cache.miss", 0L),
                        counts.getOrDefault(prefix + "cache.size", 0L),
                        counts.getOrDefault(prefix + "cache.size_gzipped", 0L)));
    }

    /**
     * How often the answer was there already.
     *
     * @param hits answers that were there
     * @param miss answers that were computed and kept
     * @param size bytes of all that were kept, before compression
     * @param sizeGzipped the same compressed
     */
    record CacheStats(
            long hits,
            long miss,
            long size,
            @JsonProperty("size_gzipped") long sizeGzipped) {}
}
