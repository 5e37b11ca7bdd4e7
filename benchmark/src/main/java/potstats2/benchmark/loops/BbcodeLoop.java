package potstats2.benchmark.loops;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import potstats2.bbcode.PostContent;
import potstats2.events.PostObserved;

/** Contents scanned for quotes and links, and the same contents looked through once for brackets. */
@State(Scope.Benchmark)
public class BbcodeLoop {
    private final List<String> contents =
            Pages.fetch().posts().stream().map(PostObserved::content).toList();

    @Benchmark
    public void ours(Blackhole results) {
        for (var content : contents) {
            results.consume(PostContent.read(content));
        }
    }

    @Benchmark
    public int limit() {
        var brackets = 0;
        for (var content : contents) {
            for (var i = 0; i < content.length(); i++) {
                var c = content.charAt(i);
                if (c == '[' || c == ']' || c == '"') {
                    brackets++;
                }
            }
        }
        return brackets;
    }
}
