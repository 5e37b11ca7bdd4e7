package potstats2.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class TimeZonesTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "GMT",
                "Europe/Berlin",
                "Asia/Rangoon",
                "Etc/GMT+2",
                "America/Argentina/ComodRivadavia",
                "Japan"
            })
    void namesOfTheTimeZoneDatabaseAreTaken(String name) {
        assertThat(TimeZones.complaint(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CET, Europe/Berlin",
        "cet, Europe/Berlin",
        "MEZ, Europe/Berlin",
        "EET, Europe/Helsinki",
        "WET, Europe/Lisbon",
        "EST, America/New_York",
        "EST5EDT, America/New_York",
        "SystemV/EST5EDT, America/New_York",
        "SystemV/PST8, America/Los_Angeles",
        "MST, America/Denver",
        "HST, Pacific/Honolulu",
        "JST, Asia/Tokyo",
        "GMT+2, Etc/GMT-2",
        "UTC+01:00, Etc/GMT-1",
        "+02:00, Etc/GMT-2",
        "-5, Etc/GMT+5",
        "UTC-0800, Etc/GMT+8",
        "+00:00, UTC",
        "Z, UTC",
        "utc, UTC",
        "+99:00, UTC",
        "europe/berlin, Europe/Berlin",
        "Berlin, Europe/Berlin",
        "Europe/Berln, Europe/Berlin",
        "' Europe/Berlin', Europe/Berlin",
    })
    void othersAreRefusedAndTheRightOneIsNamed(String name, String meant) {
        assertThat(TimeZones.complaint(name))
                .hasValueSatisfying(complaint ->
                        assertThat(complaint).contains("\"" + name + "\"").endsWith("did you mean " + meant + "?"));
    }

    @Test
    void anOffsetOfHalfAnHourIsThatOfARegion() {
        assertThat(TimeZones.complaint("UTC+05:30"))
                .hasValueSatisfying(complaint -> assertThat(complaint).matches(".* did you mean Asia/\\w+\\?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.mods.de/bb/",
                "HTTP://Forum.Mods.DE/bb/",
                "http://forum.mods.de:80",
                "http://forum.mods.de./bb/"
            })
    void theForumsPeopleLiveInGermany(String url) {
        assertThat(TimeZones.byDefault(crawling(url), TOKYO)).isEqualTo("Europe/Berlin");
        assertThat(TimeZones.byDefault(new MockEnvironment(), TOKYO)).isEqualTo("Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8791/bb/", "https://forum.mods.de.example.org/", "https://xforum.mods.de/"})
    void anotherForumsLiveWhereThisMachineStands(String url) {
        assertThat(TimeZones.byDefault(crawling(url), TOKYO)).isEqualTo("Asia/Tokyo");
        assertThat(TimeZones.warning(crawling(url), TOKYO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CET", "GMT+02:00", "+02:00"})
    void ofAMachineWhoseZoneCannotBeUsedOneIsWarned(String machine) {
        var settings = crawling("http://127.0.0.1:8791/bb/");

        assertThat(TimeZones.byDefault(settings, ZoneId.of(machine))).isEqualTo("UTC");
        assertThat(TimeZones.warning(settings, ZoneId.of(machine)))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith("Days are counted in UTC: this machine's \"" + machine + "\" is not a time zone"));
        assertThat(TimeZones.warning(settings.withProperty(TimeZones.SETTING, "UTC"), ZoneId.of(machine)))
                .isEmpty();
    }

    private static MockEnvironment crawling(String forumUrl) {
        var environment = new MockEnvironment();
        Map.of("potstats2.crawler.forum-url", forumUrl).forEach(environment::setProperty);
        return environment;
    }
}
