package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.DayOracle;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.Oracle;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number equals what counting the posts one by one gives, and no request may read a post. */
@RealServers(Server.POSTGRES)
class NumbersIT {
    private static final List<String> NUMBERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "quoted_count", "quotes_count");

    private static final List<String> DAY_NUMBERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "active_users");

    private static final GeneratedForum forum = GeneratedForum.ofSeed(7);
    private static final Oracle oracle = new Oracle(forum);
    private static final DayOracle days = new DayOracle(forum);
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

    @Test
    void boardsCountTheirPostsAndThreads() throws Exception {
        for (var year : oracle.years()) {
            var arguments = Oracle.arguments(year, 0);
            assertThat(rows("boards", arguments)).as("%s", arguments).isEqualTo(oracle.boards(year));
        }
    }

    @Test
    void yearsCountWhatWasWrittenInThem() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(year, bid);
                assertThat(rows("year-over-year-stats", arguments))
                        .as("%s", arguments)
                        .isEqualTo(oracle.yearOverYear(year, bid));
            }
        }
    }

    @Test
    void weekdaysAndHoursCountWhatWasWrittenInThem() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(year, bid);
                assertThat(rows("weekday-stats", arguments)).as("%s", arguments).isEqualTo(oracle.weekdays(year, bid));
                assertThat(rows("hourly-stats", arguments)).as("%s", arguments).isEqualTo(oracle.hours(year, bid));
            }
        }
    }

    @Test
    void boardsDevelopYearByYear() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(year, bid);
                assertThat(rows("board-development", arguments))
                        .as("%s", arguments)
                        .isEqualTo(oracle.boardYears(year, bid));
            }
        }
    }

    @Test
    void daysCountWhatWasWrittenOnThem() throws Exception {
        for (var date : days.days()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(0, bid);
                arguments.put("date", date.toString());
                assertThat(api.json(RunningApi.path("day", arguments)))
                        .as("%s", arguments)
                        .isEqualTo(days.day(date, bid));
            }
        }
    }

    @Test
    void heatMapsHoldEveryDayFromTheFirstWithPostsToTheLast() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                for (var statistic : DAY_NUMBERS) {
                    if (year != 0) {
                        var arguments = Oracle.arguments(year, bid);
                        arguments.put("statistic", statistic);
                        assertThat(api.json(RunningApi.path("daily-stats", arguments)))
                                .as("%s", arguments)
                                .isEqualTo(days.heatMap(year, bid, statistic));
                    }
                }
            }
        }
    }

    @Test
    void postersAreInEveryOrderByEveryNumber() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                for (var number : NUMBERS) {
                    assertPosters(year, bid, number);
                }
            }
        }
    }

    private static void assertPosters(int year, long bid, String number) throws Exception {
        for (var order : List.of("asc", "desc")) {
            var arguments = Oracle.arguments(year, bid);
            arguments.put("order_by", number);
            arguments.put("order", order);
            assertThat(rows("poster-stats", arguments))
                    .as("%s", arguments)
                    .isEqualTo(oracle.posters(year, bid, number, order.equals("desc")));
        }
    }

    @Test
    void followingNextYieldsEveryPosterOnceAlsoAmongTies() throws Exception {
        for (var number : NUMBERS) {
            for (var order : List.of("asc", "desc")) {
                for (var limit : List.of(1, 3, 7, 1000)) {
                    var path = "/api/poster-stats?order=%s&limit=%s&order_by=%s".formatted(order, limit, number);
                    assertThat(pages(path, limit))
                            .as(path)
                            .isEqualTo(oracle.posters(0, 0, number, order.equals("desc")));
                }
            }
        }
    }

    private static JsonNode pages(String first, int limit) throws Exception {
        var rows = new JsonMapper().createArrayNode();
        @Nullable String path = first;
        while (path != null) {
            var page = api.json(path);
            assertThat(page.get("rows").size()).isLessThanOrEqualTo(limit);
            page.get("rows").forEach(rows::add);
            path = page.has("next") ? page.get("next").stringValue() : null;
        }
        return rows;
    }

    @Test
    void nextKeepsTheOtherParameters() throws Exception {
        var next = api.json("/api/poster-stats?year=2004&limit=2&bid=14&unknown=1")
                .get("next")
                .stringValue();
        assertThat(next).startsWith("/api/poster-stats?bid=14&following_ob=").contains("&limit=2&year=2004");
    }

    @Test
    void defaultsAreTheMostPostsFirst() throws Exception {
        assertThat(rows("poster-stats", new HashMap<>())).isEqualTo(oracle.posters(0, 0, "post_count", true));
    }

    private static JsonNode rows(String name, Map<String, String> arguments) throws Exception {
        var answer = api.json(RunningApi.path(name, arguments));
        assertThat(answer.propertyNames()).containsExactly("rows");
        return answer.get("rows");
    }
}
