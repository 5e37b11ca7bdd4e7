package potstats2.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineDefaultsTests {
    private final Locale locale = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale formatted = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void knowsTheMachine() {
        assertThat(MachineDefaults.zone()).isEqualTo(ZoneId.systemDefault());
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, formatted);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tr-TR",
                "ar-EG",
                "fa-IR",
                "th-TH-u-nu-thai",
                "hi-IN-u-nu-deva",
                "lt-LT",
                "az-AZ",
                "ja-JP-u-ca-japanese"
            })
    void leavesNoLanguageAndNoZoneToTheLibraries(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));

        MachineDefaults.setAside();

        assertThat(Locale.getDefault()).isEqualTo(Locale.ENGLISH);
        assertThat(Locale.getDefault(Locale.Category.DISPLAY)).isEqualTo(Locale.ENGLISH);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(Locale.ENGLISH);
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        assertThat(MachineDefaults.zone()).isEqualTo(zone.toZoneId());
    }
}
