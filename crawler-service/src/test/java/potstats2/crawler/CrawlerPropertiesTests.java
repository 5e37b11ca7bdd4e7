package potstats2.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CrawlerPropertiesTests {

    @Test
    void isPoliteByDefault() {
        var properties = bound(Map.of());

        assertThat(properties.requestDelay()).isEqualTo(Duration.ofMillis(100));
        assertThat(properties.requestsInFlight()).isEqualTo(1);
        assertThat(properties.wants(14)).isTrue();
    }

    @Test
    void withoutAPauseSeveralRequestsAreUnderWay() {
        assertThat(bound(Map.of("request-delay", "0s")).requestsInFlight()).isEqualTo(4);
    }

    @Test
    void crawlsTheBoardsChosen() {
        var properties = bound(Map.of("boards", "14,43"));

        assertThat(properties.wants(14)).isTrue();
        assertThat(properties.wants(15)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "boards, '14,x'",
        "request-delay, -1s",
        "in-flight, 0",
        "max-attempts, 0",
        "max-page-size, 1GB",
        "reread-share, -1",
        "replication-factor, 0"
    })
    void namesTheSettingThatIsWrong(String setting, String value) {
        assertThatThrownBy(() -> bound(Map.of(setting, value)))
                .rootCause()
                .hasMessageContaining("potstats2.crawler." + setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://bb_forum:8080/bb/", "HTTP://bb_forum:8080/bb", "http://BB_Forum:8080/bb/"})
    void takesAnAddressHoweverItIsWritten(String forumUrl) {
        assertThat(bound(Map.of("forum-url", forumUrl)).forumUrl()).hasToString("http://bb_forum:8080/bb/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forum-url", "profile-url"})
    void saysWhatIsWrongWithAnAddress(String setting) {
        assertThatThrownBy(() -> bound(Map.of(setting, "ftp://my.mods.de/")))
                .rootCause()
                .hasMessage("its scheme is ftp, not http or https");
    }

    private static CrawlerProperties bound(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("potstats2.crawler." + name, value));
        return new Binder(source).bindOrCreate("potstats2.crawler", CrawlerProperties.class);
    }
}
