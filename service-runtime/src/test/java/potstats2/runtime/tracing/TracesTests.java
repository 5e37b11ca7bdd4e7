package potstats2.runtime.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TracesTests {
    private final List<SpanData> finished = new ArrayList<>();
    private final Traces traces = traces();

    private Traces traces() {
        var exporter = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                finished.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        var tracer = provider.get("test");
        var propagator = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        return new Traces(
                new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {}),
                new OtelPropagator(propagator, tracer));
    }

    private Headers recordOf(Span span) {
        var headers = new RecordHeaders();
        traces.put(span, headers);
        return headers;
    }

    @Test
    void goesOnWithTheTraceOfTheFirstRecordAndNamesTheOthers() {
        var first = traces.begin("first");
        var second = traces.begin("second");
        var batch =
                traces.begin("batch", List.of(new RecordHeaders(), recordOf(first), recordOf(first), recordOf(second)));
        batch.end();
        assertThat(finished).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(first.context().traceId());
            assertThat(span.getParentSpanId()).isEqualTo(first.context().spanId());
            assertThat(span.getLinks())
                    .extracting(link -> link.getSpanContext().getTraceId())
                    .containsExactly(second.context().traceId());
        });
    }

    @Test
    void isCurrentWhileTheWorkIsDoneAndEndsWithIt() {
        var headers = new RecordHeaders();
        var work = Mono.deferContextual(context -> {
            traces.put(Traces.current(context), headers);
            return Mono.just(finished.size());
        });
        assertThat(traces.during(() -> traces.begin("work"), work).block()).isZero();
        assertThat(finished)
                .singleElement()
                .satisfies(span -> assertThat(
                                new String(headers.lastHeader("traceparent").value(), UTF_8))
                        .contains(span.getTraceId() + "-" + span.getSpanId()));
    }

    @Test
    void doesNothingWhereNothingIsExported() {
        var headers = new RecordHeaders();
        var work = Mono.just(1);
        Traces.NONE.put(Traces.NONE.begin("batch", List.of(headers)), headers);
        assertThat(headers).isEmpty();
        assertThat(Traces.NONE.during(() -> Traces.NONE.begin("work"), work)).isSameAs(work);
    }
}
