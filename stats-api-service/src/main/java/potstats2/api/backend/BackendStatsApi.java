package potstats2.api.backend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import potstats2.api.cache.Counters;
import potstats2.api.cache.SoftwareVersion;
import potstats2.api.request.Arguments;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** How often every API was asked, and how often it knew the answer already. */
@Component
class BackendStatsApi implements Api {
    private final Counters counters;
    private final SoftwareVersion version;
    private final ObjectProvider<Api> apis;

    BackendStatsApi(Counters counters, SoftwareVersion version, ObjectProvider<Api> apis) {
        this.counters = counters;
        this.version = version;
        this.apis = apis;
    }

    @Override
    public String name() {
        return "backend-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public boolean isCacheable() {
        return false;
    }

    @Override
    public Mono<BackendStats> answer(Arguments arguments) {
        return counters.total().map(this::stats);
    }

    private BackendStats stats(Map<String, Long> counts) {
        var byApi = new TreeMap<String, ApiStats>();
        Stream.concat(Stream.of(name()), apis.stream().map(Api::name))
                .forEach(name -> byApi.put(name, ApiStats.of(name, counts)));
        return new BackendStats(version.name(), byApi);
    }
}
