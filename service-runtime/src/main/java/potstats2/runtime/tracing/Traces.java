package potstats2.runtime.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Begins spans and puts them into the headers of records, from where another service takes up the trace. Thread-safe.
 * Where nothing is exported all of it does nothing.
 */
public final class Traces {
    /** Does nothing. */
    public static final Traces NONE = new Traces(null, null);

    /** A span of many records has links to so many traces at most. */
    private static final int MAX_LINKS = 64;

    private static final String TRACE_PARENT = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    /** Both absent where nothing is exported. */
    public Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Whether spans go anywhere. */
    public boolean areExported() {
        return tracer != null && propagator != null;
    }

    /** Begins a trace. */
    public Span begin(String name) {
        return tracer == null
                ? Span.NOOP
                : tracer.spanBuilder().setNoParent().name(name).start();
    }

    /**
     * Begins a span of work that records gave rise to: a child of the first of their traces, linked with the others.
     *
     * @param causes the records' headers
     */
    public Span begin(String name, Iterable<Headers> causes) {
        if (tracer == null || propagator == null) {
            return Span.NOOP;
        }
        var traced = firstOfEachTrace(causes);
        if (traced.isEmpty()) {
            return begin(name);
        }
        var span = propagator.extract(traced.get(0), Traces::value).name(name);
        for (var other : traced.subList(1, traced.size())) {
            context(tracer, value(other, TRACE_PARENT)).map(Link::new).ifPresent(span::addLink);
        }
        return span.start();
    }

    private static List<Headers> firstOfEachTrace(Iterable<Headers> causes) {
        var parents = new ArrayList<String>();
        var first = new ArrayList<Headers>();
        for (var headers : causes) {
            var parent = value(headers, TRACE_PARENT);
            if (parent != null && !parents.contains(parent) && first.size() <= MAX_LINKS) {
                parents.add(parent);
                first.add(headers);
            }
        }
        return first;
    }

    /** Of a header as the W3C defines it: version, trace, span and flags. */
    private static Optional<TraceContext> context(Tracer tracer, @Nullable String parent) {
        var parts = parent == null ? new String[0] : parent.split("-", -1);
        return parts.length < 4
                ? Optional.empty()
                : Optional.of(tracer.traceContextBuilder()
                        .traceId(parts[1])
                        .spanId(parts[2])
                        .sampled(parts[3].endsWith("1"))
                        .build());
    }

    /** Begins a span when work begins and ends it with it; meanwhile it is {@link #current}. */
    public <T> Mono<T> during(Supplier<Span> begin, Mono<T> work) {
        if (!areExported()) {
            return work;
        }
        return Mono.using(
                begin::get,
                span -> work.doOnError(span::error).contextWrite(context -> context.put(Span.class, span)),
                Span::end);
    }

    /** The span of the work that this is part of. */
    public static Span current(ContextView context) {
        return Objects.requireNonNull(context.getOrDefault(Span.class, Span.NOOP));
    }

    /** Makes what is done with a record part of the span's trace. */
    public void put(Span span, Headers headers) {
        if (propagator != null && !span.isNoop()) {
            propagator.inject(span.context(), headers, (to, name, value) -> {
                Objects.requireNonNull(to).remove(name);
                to.add(name, value.getBytes(UTF_8));
            });
        }
    }

    private static @Nullable String value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
