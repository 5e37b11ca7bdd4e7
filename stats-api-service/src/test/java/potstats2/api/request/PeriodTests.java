package potstats2.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodTests {

    static Stream<Period> periods() {
        var random = new Random(5);
        var some = IntStream.range(0, 200).mapToObj(any -> {
            var first = LocalDate.of(2003 + random.nextInt(2), 1, 1)
                    .plusDays(random.nextInt(3) * (long) random.nextInt(300));
            return new Period(first, first.plusDays(random.nextInt(4) * (long) random.nextInt(400)));
        });
        return Stream.concat(
                some,
                Stream.of(
                        new Period(LocalDate.of(2004, 1, 1), LocalDate.of(2004, 12, 31)),
                        new Period(LocalDate.of(2004, 2, 1), LocalDate.of(2004, 2, 29)),
                        new Period(LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 31)),
                        new Period(LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 1)),
                        new Period(LocalDate.of(1, 1, 2), LocalDate.of(2, 12, 30))));
    }

    @ParameterizedTest
    @MethodSource("periods")
    void partsAreItsDaysEachOnce(Period period) {
        for (var parts : List.of(period.years(), period.months())) {
            assertThat(Stream.of(parts.before(), parts.whole(), parts.after()).flatMap(PeriodTests::days))
                    .containsExactlyElementsOf(days(period).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("periods")
    void wholeYearsAndMonthsAreWhole(Period period) {
        assertThat(yearLengths(period.years().whole())).allMatch(PeriodTests::isYear);
        var months = period.months().whole();
        if (days(months).findAny().isPresent()) {
            assertThat(months.first().getDayOfMonth()).isEqualTo(1);
            assertThat(months.last().plusDays(1).getDayOfMonth()).isEqualTo(1);
        }
    }

    private static boolean isYear(Map.Entry<Integer, Long> days) {
        return days.getValue() == Year.of(days.getKey()).length();
    }

    private static List<Map.Entry<Integer, Long>> yearLengths(Period period) {
        return List.copyOf(days(period)
                .collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()))
                .entrySet());
    }

    private static Stream<LocalDate> days(Period period) {
        return period.first().isAfter(period.last())
                ? Stream.empty()
                : period.first().datesUntil(period.last().plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01, 9999-12-31, 0",
        "2004-01-01, 2004-12-31, 2004",
        "2004-01-01, 2004-12-30, ",
        "2004-01-02, 2004-12-31, ",
        "2004-01-01, 2005-12-31, "
    })
    void allAndAYearHaveAKey(LocalDate first, LocalDate last, Integer key) {
        var found = new Period(first, last).key();
        assertThat(found.isPresent() ? found.getAsInt() : null).isEqualTo(key);
    }

    @Test
    void theSameDaysAreTheSamePeriod() {
        assertThat(period("year=2004")).isEqualTo(period("from=2004-01-01&to=2004-12-31"));
        assertThat(period("month=2004-02")).isEqualTo(period("from=2004-02-01&to=2004-02-29"));
        assertThat(period("from=0001-01-01&to=9999-12-31")).isEqualTo(Period.ALL);
    }

    private static Period period(String query) {
        var arguments = Stream.of(query.split("&", -1))
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(argument -> argument[0], argument -> List.of(argument[1])));
        return Arguments.read(arguments, CommonParameters.periodAnd()).period();
    }
}
