package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import potstats2.api.forum.DayOracle;
import potstats2.api.forum.Days;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.LinkOracle;
import potstats2.api.forum.Oracle;
import potstats2.api.forum.QuoteOracle;
import potstats2.api.forum.StatsTables;
import potstats2.api.forum.UserOracle;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever days a question is about, the answer is what counting their posts one by one gives. */
@RealServers(Server.POSTGRES)
class PeriodsIT {
    private static final List<String> NUMBERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "quoted_count", "quotes_count");
    private static final List<String> DAY_NUMBERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "active_users");
    private static final List<Long> BOARDS = List.of(0L, 14L, 999L);
    private static final List<Long> USERS = List.of(1L, 3L, 40L, 71L);

    private static final GeneratedForum forum = GeneratedForum.ofSeed(23);
    private static RunningApi api;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(forum);
        api = RunningApi.start(database, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<Days> monthsAndYears() {
        return Stream.of(
                Days.month("2004-02"),
                Days.month("2003-06"),
                Days.month("2005-12"),
                Days.month("1999-01"),
                Days.year(2004),
                Days.year(2003));
    }

    static Stream<Days> periods() {
        var days = Stream.of(
                Days.between("2004-05-06", "2004-05-06"),
                Days.between("2004-02-01", "2004-02-29"),
                Days.between("2004-12-31", "2005-01-01"),
                Days.between("2003-12-29", "2004-01-02"),
                Days.between("2004-01-01", "2004-12-31"),
                Days.between("2004-01-01", "2005-12-31"),
                Days.between("2003-11-15", "2006-02-10"),
                Days.between("2004-07-01", "2005-06-30"),
                Days.between("2004-01-02", "2006-01-01"),
                Days.between("", "2004-03-31"),
                Days.between("2005-07-02", ""),
                Days.between("1990-01-01", "1995-05-05"),
                Days.between("0001-01-01", "9999-12-31"));
        return Stream.concat(monthsAndYears(), days);
    }

    @ParameterizedTest
    @MethodSource("periods")
    void whatWasWrittenIsThatOfTheDays(Days days) throws Exception {
        var oracle = new Oracle(forum, days);
        expect("boards", days.arguments(0), oracle.boards(0));
        for (var bid : BOARDS) {
            var arguments = days.arguments(bid);
            expect("year-over-year-stats", arguments, oracle.yearOverYear(0, bid));
            expect("monthly-stats", arguments, oracle.months(bid));
            expect("weekday-stats", arguments, oracle.weekdays(0, bid));
            expect("hourly-stats", arguments, oracle.hours(0, bid));
            expect("board-development", arguments, oracle.boardYears(0, bid));
        }
    }

    @ParameterizedTest
    @MethodSource("periods")
    void heatMapsGoFromWeekToWeek(Days days) throws Exception {
        var oracle = new DayOracle(forum, days);
        for (var bid : BOARDS) {
            for (var statistic : DAY_NUMBERS) {
                var arguments = with(days.arguments(bid), "statistic", statistic);
                assertThat(api.json(RunningApi.path("daily-stats", arguments)))
                        .as("%s", arguments)
                        .isEqualTo(oracle.heatMap(bid, statistic));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("periods")
    void postersAreThoseOfTheDays(Days days) throws Exception {
        var oracle = new Oracle(forum, days);
        var users = new UserOracle(forum, days);
        var today = LocalDate.now(GeneratedForum.ZONE);
        for (var bid : BOARDS) {
            for (var number : NUMBERS) {
                expect(
                        "poster-stats",
                        with(days.arguments(bid), "order_by", number),
                        oracle.posters(0, bid, number, true));
            }
            expect(
                    "stats",
                    with(days.arguments(bid), "order_by", "post_frequency"),
                    users.rates(0, bid, "post_frequency", true, today));
        }
    }

    @ParameterizedTest
    @MethodSource("periods")
    void quotesAndLinksAreThoseOfTheDays(Days days) throws Exception {
        var quotes = new QuoteOracle(forum, days);
        var links = new LinkOracle(forum, days);
        for (var bid : BOARDS) {
            expect("social-graph", days.arguments(bid), quotes.edges(0, bid));
        }
        for (var limit : List.of(1, 4, 30)) {
            expect(
                    "social-graph",
                    with(days.arguments(0), "limit", String.valueOf(limit)),
                    first(limit, quotes.edges(0, 0)));
        }
        expect("domains", days.arguments(0), links.domains(0, null));
        for (var type : links.types()) {
            expect("domains", with(days.arguments(0), "type", type), links.domains(0, type));
        }
    }

    @ParameterizedTest
    @MethodSource("monthsAndYears")
    void whatIsSaidOfAUserIsThatOfTheMonthOrYear(Days days) throws Exception {
        var users = new UserOracle(forum, days);
        var quotes = new QuoteOracle(forum, days);
        for (var bid : BOARDS) {
            for (var uid : USERS) {
                var arguments = with(days.arguments(bid), "uid", String.valueOf(uid));
                expectWhole("user", arguments, users.user(uid, bid));
                expectWhole("poster-development", arguments, users.development(uid, bid));
                expectWhole("user-relations", arguments, quotes.relations(uid, 0, bid));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("monthsAndYears")
    void whoLinksWhereIsThatOfTheMonthOrYearAndBoard(Days days) throws Exception {
        var links = new LinkOracle(forum, days);
        for (var bid : BOARDS) {
            expect("user-domains", days.arguments(bid), links.userDomains(0, bid, null, null, null));
            expect(
                    "user-domains",
                    with(days.arguments(bid), "type", "image"),
                    links.userDomains(0, bid, "image", null, null));
            for (var uid : USERS) {
                expect(
                        "user-domains",
                        with(days.arguments(bid), "uid", String.valueOf(uid)),
                        links.userDomains(0, bid, null, null, uid));
            }
        }
    }

    @Test
    void aBoardAloneNarrowsWhoLinksWhere() throws Exception {
        expect("user-domains", Map.of("bid", "14"), new LinkOracle(forum).userDomains(0, 14, null, null, null));
    }

    @Test
    void nothingAboutOneUserTellsTheDay() throws Exception {
        for (var question :
                List.of("user?uid=1", "poster-development?uid=1", "user-relations?uid=1", "user-domains?")) {
            assertThat(api.json("/api/" + question + "&from=2004-05-06&to=2004-05-06"))
                    .as(question)
                    .isEqualTo(api.json("/api/" + question));
        }
        assertThat(api.json("/api/hourly-stats?uid=1&user=x")).isEqualTo(api.json("/api/hourly-stats"));
    }

    @Test
    void followingNextStaysInThePeriod() throws Exception {
        var next = api.json("/api/poster-stats?from=2004-02-03&to=2005-02-03&limit=2")
                .get("next")
                .stringValue();
        assertThat(next).contains("from=2004-02-03", "to=2005-02-03");
    }

    private static JsonNode first(int limit, JsonNode rows) {
        var few = new JsonMapper().createArrayNode();
        rows.valueStream().limit(limit).forEach(few::add);
        return few;
    }

    private static void expect(String name, Map<String, String> arguments, JsonNode rows) throws Exception {
        assertThat(api.json(RunningApi.path(name, arguments)).get("rows"))
                .as("%s %s", name, arguments)
                .isEqualTo(rows);
    }

    private static void expectWhole(String name, Map<String, String> arguments, JsonNode answer) throws Exception {
        assertThat(api.json(RunningApi.path(name, arguments)))
                .as("%s %s", name, arguments)
                .isEqualTo(answer);
    }

    private static Map<String, String> with(Map<String, String> arguments, String name, String value) {
        var more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return more;
    }
}
