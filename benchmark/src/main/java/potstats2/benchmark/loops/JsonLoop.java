package potstats2.benchmark.loops;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import potstats2.events.EventCodec;
import potstats2.events.PostObserved;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Posts written as JSON and read back, and the same bytes copied and taken apart by the JSON parser alone. */
@State(Scope.Benchmark)
public class JsonLoop {
    private final EventCodec codec = new EventCodec();
    private final List<PostObserved> posts = Pages.fetch().posts();
    private final List<byte[]> written = posts.stream().map(codec::encode).toList();
    private final JsonFactory factory = new JsonFactory();

    @Benchmark
    public void ours(Blackhole results) {
        for (var post : posts) {
            results.consume(codec.decode(PostObserved.class, codec.encode(post)));
        }
    }

    @Benchmark
    public void limit(Blackhole results) {
        for (var bytes : written) {
            var copy = bytes.clone();
            try (var json = factory.createParser(ObjectReadContext.empty(), copy)) {
                while (json.nextToken() != null) {
                    results.consume(json.currentToken());
                }
            }
            results.consume(copy);
        }
    }
}
