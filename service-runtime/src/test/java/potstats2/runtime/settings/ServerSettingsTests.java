package potstats2.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTests {

    @Test
    void leavesOrdinaryAddressesAsTheyAre() {
        assertThat(overrides(
                        "--spring.kafka.bootstrap-servers=k1:9092,k2:9092",
                        "--spring.r2dbc.url=r2dbc:postgresql://db:5432/x",
                        "--spring.liquibase.url=jdbc:postgresql://db:5432/x"))
                .isEmpty();
        assertThat(overrides("--spring.r2dbc.url=r2dbc:postgresql://db_1:5432,db_2:5432/x"))
                .as("several servers are the driver's matter")
                .isEmpty();
    }

    @Test
    void tellsTheDriverWhereANameWithAnUnderscoreEnds() {
        assertThat(overrides("--spring.r2dbc.url=r2dbc:postgresql://db_1:5433/x"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("spring.r2dbc.properties.host", "db_1", "spring.r2dbc.properties.port", 5433));
    }

    @Test
    void putsInternationalNamesAsTheyAreLookedUp() {
        assertThat(overrides(
                        "--spring.kafka.bootstrap-servers=k_1:9092, müller.example:9092",
                        "--spring.r2dbc.url=r2dbc:postgresql://müller.example/x?sslMode=require",
                        "--spring.liquibase.url=jdbc:postgresql://müller.example/x"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "spring.kafka.bootstrap-servers", "k_1:9092,xn--mller-kva.example:9092",
                        "spring.r2dbc.url", "r2dbc:postgresql://xn--mller-kva.example/x?sslMode=require",
                        "spring.liquibase.url", "jdbc:postgresql://xn--mller-kva.example/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.kafka.bootstrap-servers=k | \"k\" cannot be used: k is not of the form host:port",
                "spring.kafka.bootstrap-servers=k:99999 | \"k:99999\" cannot be used: its port is 99999, not a number from 1 to 65535",
                "spring.r2dbc.url=r2dbc:postgresql://me:x@:5432/x | \"r2dbc:postgresql://…@:5432/x\" cannot be used: it names no host",
            })
    void saysWhatIsWrong(String setting, String complaint) {
        assertThatThrownBy(() -> overrides("--" + setting))
                .isInstanceOf(BadSettingException.class)
                .hasMessageEndingWith(complaint)
                .hasMessageStartingWith(setting.substring(0, setting.indexOf('=')));
    }

    private static Map<String, Object> overrides(String... args) {
        var sources = new SettingSources("probe", Map.of(), Path.of("none"), List.of(args));
        return ServerSettings.overrides(new Settings(sources));
    }
}
