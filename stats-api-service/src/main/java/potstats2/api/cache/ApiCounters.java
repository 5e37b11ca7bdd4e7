package potstats2.api.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often one API was asked and how it answered, since they were last taken. Thread-safe. */
public final class ApiCounters {
    static final String HITS = "hits";
    static final String RESPONSES = "responses.";
    static final String RESPONSES_SIZE = "responses_size";
    static final String CACHE_HITS = "cache.hits";
    static final String CACHE_MISS = "cache.miss";
    static final String CACHE_SIZE = "cache.size";
    static final String CACHE_SIZE_GZIPPED = "cache.size_gzipped";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder hits = counter(HITS);
    private final LongAdder ok = counter(RESPONSES + 200);
    private final LongAdder responsesSize = counter(RESPONSES_SIZE);
    private final LongAdder cacheHits = counter(CACHE_HITS);

    /** A request came in. */
    public void asked() {
        hits.increment();
    }

    /**
     * It was answered.
     *
     * @param status of HTTP
     * @param size bytes of the body as sent
     */
    public void answered(int status, long size) {
        (status == 200 ? ok : counter(RESPONSES + status)).increment();
        responsesSize.add(size);
    }

    void found() {
        cacheHits.increment();
    }

    void missed() {
        counter(CACHE_MISS).increment();
    }

    void kept(Answer answer) {
        counter(CACHE_SIZE).add(answer.body().length);
        counter(CACHE_SIZE_GZIPPED).add(answer.gzippedSize());
    }

    /** What was counted since the last time, by the counter's name. */
    Map<String, Long> take() {
        var taken = new ConcurrentHashMap<String, Long>();
        counts.forEach((name, count) -> {
            var value = count.sumThenReset();
            if (value != 0) {
                taken.put(name, value);
            }
        });
        return taken;
    }

    private LongAdder counter(String name) {
        return counts.computeIfAbsent(name, any -> new LongAdder());
    }
}
