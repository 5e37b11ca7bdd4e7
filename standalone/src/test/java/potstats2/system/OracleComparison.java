package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import potstats2.simulator.forum.Forum;
import tools.jackson.databind.JsonNode;

/** Asks the API every question and compares each answer, member by member, with what the forum itself says. */
final class OracleComparison {
    private static final List<String> ORDERS =
            List.of("post_count", "edit_count", "avg_post_length", "threads_created", "quoted_count", "quotes_count");

    private final ApiClient api;
    private final ForumOracle truth;

    OracleComparison(ApiClient api, Forum forum) {
        this.api = api;
        truth = new ForumOracle(forum, ZoneOffset.UTC);
    }

    void everyAnswerIsExact() {
        for (var year : truth.years()) {
            same("/api/boards?" + year(year), api.get("/api/boards?" + year(year)), truth.boards(year));
            for (var bid : truth.bids()) {
                everyAnswerOf(year, bid);
            }
        }
    }

    private void everyAnswerOf(int year, long bid) {
        var scope = year(year) + (bid == 0 ? "" : "&bid=" + bid);
        var years = "/api/year-over-year-stats?" + scope;
        same(years, api.get(years), truth.yearOverYear(year, bid));
        for (var order : ORDERS) {
            for (var descending : List.of(true, false)) {
                var posters = "/api/poster-stats?limit=%d&%s&order_by=%s&order=%s"
                        .formatted(bid == 0 ? 40 : 1000, scope, order, descending ? "desc" : "asc");
                same(posters, api.getAllPages(posters), truth.posterStats(year, bid, order, descending));
            }
        }
    }

    private static String year(int year) {
        return year == 0 ? "" : String.format(Locale.ROOT, "year=%d", year);
    }

    private static void same(String question, JsonNode answer, JsonNode truth) {
        assertThat(answer.toPrettyString()).as(question).isEqualTo(truth.toPrettyString());
    }
}
