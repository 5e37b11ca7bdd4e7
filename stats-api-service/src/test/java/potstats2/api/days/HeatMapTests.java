package potstats2.api.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeatMapTests {

    @Test
    void yearWithoutPostsHasNoWeeks() {
        assertThat(HeatMap.of(new TreeMap<>()).series()).isEmpty();
    }

    @Test
    void singleDayIsAWeekOfOneDay() {
        assertThat(weeks("2004-02-29")).containsExactly("8: Sonntag");
    }

    @Test
    void singleWeekReachesFromItsFirstDayWithPostsToItsLast() {
        assertThat(weeks("2004-03-02", "2004-03-04")).containsExactly("9: Donnerstag Mittwoch* Dienstag");
    }

    @Test
    void daysBeforeTheFirstMondayAreWeekZero() {
        assertThat(weeks("2004-01-01", "2004-01-05"))
                .containsExactly("0: Sonntag* Samstag* Freitag* Donnerstag", "1: Montag");
    }

    @Test
    void yearThatBeginsOnMondayHasNoWeekZero() {
        assertThat(weeks("2018-01-01", "2018-12-31"))
                .containsExactly("1: Sonntag* Samstag* Freitag* Donnerstag* Mittwoch* Dienstag* Montag", "53: Montag");
    }

    @Test
    void weeksWithoutPostsAreLeftOut() {
        assertThat(weeks("2004-01-09", "2004-01-19")).containsExactly("1: Sonntag* Samstag* Freitag", "3: Montag");
    }

    /** Each week as its number and its days, with a star where nothing was written. */
    private static List<String> weeks(String... daysWithPosts) {
        var values = new TreeMap<LocalDate, Double>();
        Arrays.stream(daysWithPosts).forEach(day -> values.put(LocalDate.parse(day), 1.0));
        return HeatMap.of(values).series().stream()
                .map(week -> week.name() + ": "
                        + String.join(
                                " ",
                                week.series().stream()
                                        .map(day -> day.name() + (day.value() == 0 ? "*" : ""))
                                        .toList()))
                .toList();
    }
}
