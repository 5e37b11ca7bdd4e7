package potstats2.runtime.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out all of tracing where no place is configured to send traces to, so that it costs nothing there. */
final class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private boolean exported;

    @Override
    public void setEnvironment(Environment environment) {
        exported = !environment.getProperty(ENDPOINT, "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var kept = new boolean[candidates.length];
        for (var i = 0; i < candidates.length; i++) {
            kept[i] = exported || !isOfTracing(candidates[i]);
        }
        return kept;
    }

    private static boolean isOfTracing(@Nullable String candidate) {
        return candidate != null
                && (candidate.startsWith("org.springframework.boot.opentelemetry.")
                        || candidate.startsWith("org.springframework.boot.micrometer.tracing."));
    }
}
