package potstats2.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestPropertiesTests {

    @Test
    void hasDefaults() {
        var settings = bind(Map.of());
        assertThat(settings.batchSize()).isEqualTo(5000);
        assertThat(settings.concurrency()).isEqualTo(2);
    }

    @Test
    void namesTheSettingThatCannotBe() {
        assertThatThrownBy(() -> bind(Map.of("batch-size", "0")))
                .rootCause()
                .hasMessage("potstats2.ingest.batch-size is 0, but must be at least 1");
        assertThatThrownBy(() -> bind(Map.of("retry-delay", "5s", "max-retry-delay", "1s")))
                .rootCause()
                .hasMessageContaining("potstats2.ingest.max-retry-delay is PT1S");
    }

    private static IngestProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", IngestProperties.class);
    }
}
