package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.forum.Forum;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the API every question and compares each answer, member by member, with what the forum itself says. */
final class OracleComparison {
    private static final List<String> ORDERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "quoted_count", "quotes_count");
    private static final List<String> RATE_ORDERS = List.of("posts", "threads", "post_frequency");
    private static final List<String> DAY_STATISTICS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "active_users");
    private static final List<@Nullable String> LINK_TYPES = Arrays.asList(null, "link", "image", "video");
    private static final int LIMIT = 10_000;

    private final ApiClient api;
    private final ForumOracle truth;
    private final UserOracle users;
    private final ZoneId zone;

    OracleComparison(ApiClient api, Forum forum) {
        this.api = api;
        zone = ZoneId.of(api.get("/api/").path("time_zone").asString());
        truth = new ForumOracle(forum, zone);
        users = new UserOracle(truth);
    }

    void everyAnswerIsExact() {
        for (var year : truth.years()) {
            same("/api/boards?" + year(year), truth.boards(year));
            everyLinkOf(year);
            for (var bid : truth.bids()) {
                var scope = year(year) + (bid == 0 ? "" : "&bid=" + bid);
                everyPeriodOf(year, bid, scope);
                everyPosterOf(year, bid, scope);
                same("/api/social-graph?limit=" + LIMIT + "&" + scope, truth.socialGraph(year, bid));
            }
        }
        everyUser();
        everyMonthsFirstDay();
    }

    private void everyPeriodOf(int year, long bid, String scope) {
        same("/api/year-over-year-stats?" + scope, truth.yearOverYear(year, bid));
        same("/api/board-development?" + scope, truth.boardDevelopment(year, bid));
        same("/api/weekday-stats?" + scope, truth.weekdays(year, bid));
        same("/api/hourly-stats?" + scope, truth.hours(year, bid));
        if (year != 0) {
            for (var statistic : DAY_STATISTICS) {
                same("/api/daily-stats?" + scope + "&statistic=" + statistic, truth.daily(year, statistic, bid));
            }
        }
    }

    private void everyPosterOf(int year, long bid, String scope) {
        for (var descending : List.of(true, false)) {
            var order = descending ? "desc" : "asc";
            for (var number : ORDERS) {
                var posters = "/api/poster-stats?limit=%s&%s&order_by=%s&order=%s"
                        .formatted(bid == 0 ? 40 : 1000, scope, number, order);
                same(posters, api.getAllPages(posters), truth.posterStats(year, bid, number, descending));
            }
            for (var number : RATE_ORDERS) {
                same(
                        "/api/stats?limit=%s&%s&order_by=%s&order=%s".formatted(LIMIT, scope, number, order),
                        users.stats(year, bid, number, descending, LocalDate.now(zone)));
            }
        }
    }

    private void everyLinkOf(int year) {
        for (var type : LINK_TYPES) {
            var scope = "limit=" + LIMIT + "&" + year(year) + (type == null ? "" : "&type=" + type);
            same("/api/domains?" + scope, truth.domains(year, type));
            same("/api/user-domains?" + scope, truth.userDomains(year, type, null, null));
        }
    }

    private void everyUser() {
        for (var uid : truth.known()) {
            for (var bid : truth.bids()) {
                var scope = "uid=" + uid + (bid == 0 ? "" : "&bid=" + bid);
                same("/api/poster-development?" + scope, truth.posterDevelopment(uid, bid));
                same("/api/user-relations?limit=" + LIMIT + "&" + scope, users.relations(uid, 0, bid));
            }
            var numbers = (ObjectNode) api.get("/api/user?uid=" + uid);
            numbers.remove("profile");
            same("/api/user?uid=" + uid, numbers, users.user(uid));
            same("/api/user-domains?uid=" + uid, truth.userDomains(0, null, null, uid));
        }
        for (var domain : truth.domains()) {
            same(
                    "/api/user-domains?limit=" + LIMIT + "&domain=" + ApiClient.encoded(domain),
                    truth.userDomains(0, null, domain, null));
        }
        for (var text : List.of("a", "er", "_", "%", "1", "no such user")) {
            same("/api/users?limit=100&name=" + ApiClient.encoded(text), users.users(text, 100));
        }
    }

    private void everyMonthsFirstDay() {
        var days = truth.posts().stream()
                .map(post -> post.at().toLocalDate().withDayOfMonth(1))
                .distinct()
                .toList();
        for (var day : days) {
            for (var bid : truth.bids()) {
                same("/api/day?date=" + day + (bid == 0 ? "" : "&bid=" + bid), truth.day(day, bid));
            }
        }
    }

    private static String year(int year) {
        return year == 0 ? "" : String.format(Locale.ROOT, "year=%d", year);
    }

    private void same(String question, JsonNode truth) {
        same(question, api.get(question), truth);
    }

    private static void same(String question, JsonNode answer, JsonNode truth) {
        assertThat(answer.toPrettyString()).as(question).isEqualTo(truth.toPrettyString());
    }
}
