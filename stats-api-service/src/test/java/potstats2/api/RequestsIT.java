package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** What clients may ask, and what they hear when they may not. */
@RealServers(Server.POSTGRES)
class RequestsIT {
    private static RunningApi api;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(1));
        api = RunningApi.start(database, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/boards?year=                              | Malformed request argument year: a year has four digits
                    /api/boards?year                               | Malformed request argument year: a year has four digits
                    /api/boards?year=04                            | Malformed request argument year: a year has four digits
                    /api/boards?year=0000                          | Malformed request argument year: a year has four digits
                    /api/boards?year=20040                         | Malformed request argument year: a year has four digits
                    /api/boards?year=-204                          | Malformed request argument year: a year has four digits
                    /api/boards?year=%C2%B2004                     | Malformed request argument year: a year has four digits
                    /api/boards?year=2004&year=2004                | Malformed request argument year: it is given twice
                    /api/year-over-year-stats?bid=x                | Malformed request argument bid: a whole number from 1 expected
                    /api/year-over-year-stats?bid=0                | Malformed request argument bid: a whole number from 1 expected
                    /api/year-over-year-stats?bid=-1               | Malformed request argument bid: a whole number from 1 expected
                    /api/year-over-year-stats?bid=9223372036854775808 | Malformed request argument bid: a whole number from 1 expected
                    /api/year-over-year-stats?bid=1;DROP%20TABLE   | Malformed request argument bid: a whole number from 1 expected
                    /api/poster-stats?limit=0                      | Malformed request argument limit: a whole number from 1 to 10000 expected
                    /api/poster-stats?limit=10001                  | Malformed request argument limit: a whole number from 1 to 10000 expected
                    /api/poster-stats?limit=1e3                    | Malformed request argument limit: a whole number from 1 to 10000 expected
                    /api/poster-stats?order=up                     | Invalid order: one of desc, asc expected
                    /api/poster-stats?order_by=name                | Invalid order_by: one of post_count, edit_count, avg_post_length, threads_created, quoted_count, quotes_count expected
                    /api/poster-stats?following_uid=1              | Missing request argument following_ob
                    /api/poster-stats?following_ob=1               | Missing request argument following_uid
                    /api/daily-stats                               | Missing request argument year
                    /api/daily-stats?statistic=post_count          | Missing request argument year
                    /api/daily-stats?year=2004                     | Missing request argument statistic
                    /api/daily-stats?year=2004&statistic=quotes    | Invalid statistic: one of post_count, edit_count, avg_post_length, threads_created, active_users expected
                    /api/domains?type=all                          | Invalid type: one of link, image, video expected
                    /api/domains?type=                             | Invalid type: one of link, image, video expected
                    /api/user-domains?type=Link                    | Invalid type: one of link, image, video expected
                    /api/user-domains?domain=                      | Malformed request argument domain: it is empty
                    /api/user-domains?uid=-1                       | Malformed request argument uid: a whole number from 0 expected
                    /api/social-graph?limit=-5                     | Malformed request argument limit: a whole number from 1 to 10000 expected
                    /api/poster-development                        | Missing request argument uid
                    /api/poster-development?uid=                   | Malformed request argument uid: a whole number from 0 expected
                    /api/poster-development?uid=99999999999999999999 | Malformed request argument uid: a whole number from 0 expected
                    /api/poster-development?uid=0                  | User not found: 0
                    /api/poster-development?uid=9223372036854775807&csv | User not found: 9223372036854775807
                    /api/poster-development?user=%25               | User not found: %
                    /api/poster-development?user=user_%251%22      | User not found: user_%1\\"
                    /api/poster-development?user=%F0%9D%95%8F%C3%B6 | User not found: 𝕏ö
                    /api/poster-development?user=%00               | Malformed request argument user: control characters are not allowed
                    /api/poster-development?user=%0A               | Malformed request argument user: it is empty
                    /api/stats?order_by=posts_per_day              | Invalid order_by: one of posts, threads, post_frequency expected
                    /api/stats?order=                              | Invalid order: one of desc, asc expected
                    /api/users                                     | Missing request argument name
                    /api/users?name=%20%09                         | Malformed request argument name: it is empty
                    /api/users?name=x&limit=101                    | Malformed request argument limit: a whole number from 1 to 100 expected
                    /api/user                                      | Missing request argument uid
                    /api/user?uid=999                              | User not found: 999
                    /api/user-relations?bid=5                      | Missing request argument uid
                    /api/day                                       | Missing request argument date
                    /api/day?date=                                 | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/day?date=2003-02-29                       | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/day?date=0000-01-01                       | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/day?date=2004-1-1                         | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/day?date=%2B12004-01-01                   | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/day?date=2004-12-31T00:00                 | Malformed request argument date: a day such as 2004-12-31 expected
                    /api/poster-stats?following_ob=x&following_uid=1 | Malformed request argument following_ob: a whole number from 0 expected
                    """)
    void malformedArgumentsAreNamed(String path, String error) throws Exception {
        var response = api.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"error\":\"%s\"}".formatted(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/nothing", "/api/boards/", "/api/boards/x", "/assets/nothing.js", "/x.js"})
    void unknownPathsAreNotFound(String path) throws Exception {
        var response = api.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"error\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        var response = api.send(api.request("/api/boards").method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(response.body()).isEqualTo("{\"error\":\"Method Not Allowed\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/users",
                "/index.html",
                "/assets/app.js",
                "/robots.txt",
                "/api/",
                "/api/boards",
                "/api/boards?nocache",
                "/api/boards?year=x",
                "/api/poster-development?uid=3&csv",
                "/api/stream",
                "/api/nothing",
                "/nothing.js",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator/health/liveness"
            })
    void headIsAnsweredAsGetButForTheBody(String path) throws Exception {
        var get = api.stream(path);
        get.body().close();
        var head = api.send(api.request(path)
                .header("Origin", "https://example.org")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(get));
    }

    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        var headers = new HashMap<>(response.headers().map());
        headers.remove("transfer-encoding"); // how a body comes that is not there
        headers.remove("date");
        return headers;
    }

    @Test
    void robotsStayAway() throws Exception {
        assertThat(api.get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(api.get("/robots.txt").headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/robots.txt", "/index.html"})
    void pagesAreOnlyRead(String path) throws Exception {
        var response = api.send(api.request(path).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEqualTo("{\"error\":\"Method Not Allowed\"}");
    }

    @Test
    void unknownParametersAreIgnored() throws Exception {
        assertThat(api.json("/api/boards?utm_source=x&yeah=2004")).isEqualTo(api.json("/api/boards"));
    }

    @Test
    void unknownBoardHasNoRows() throws Exception {
        assertThat(api.get("/api/year-over-year-stats?bid=9223372036854775807&year=2004")
                        .body())
                .isEqualTo("{\"rows\":[]}");
        assertThat(api.get("/api/poster-stats?bid=77").body()).isEqualTo("{\"rows\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/weekday-stats?year=9999",
                "/api/hourly-stats?year=0001&bid=9223372036854775807",
                "/api/social-graph?year=1970",
                "/api/domains?year=9999&type=video",
                "/api/stats?year=9999",
                "/api/stats?year=0001&bid=9223372036854775807&order_by=post_frequency",
                "/api/users?name=%F0%9D%95%8F",
                "/api/users?name=%FF",
                "/api/board-development?year=9999",
                "/api/user-domains?domain=%25&uid=9223372036854775807&year=0001",
                "/api/user-domains?domain=%F0%9D%95%8F'%5C&limit=10000"
            })
    void whatIsNotThereHasNoRows(String path) throws Exception {
        assertThat(api.get(path).body()).isEqualTo("{\"rows\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "1999", "9999"})
    void yearWithoutPostsHasNoWeeks(String year) throws Exception {
        assertThat(api.get("/api/daily-stats?statistic=avg_post_length&year=" + year)
                        .body())
                .isEqualTo("{\"series\":[]}");
    }

    @Test
    void dayWithoutPostsHasZeros() throws Exception {
        for (var date : new String[] {"0001-01-01", "2003-01-01", "9999-12-31"}) {
            assertThat(api.get("/api/day?date=" + date).body()).isEqualTo("""
                            {"date":"%s","post_count":0,"edit_count":0,"threads_created":0,"active_users":0,\
                            "avg_post_length":0,"boards":[]}""".formatted(date));
        }
    }

    @Test
    void unknownUserHasNoRelations() throws Exception {
        assertThat(api.get("/api/user-relations?uid=9223372036854775807").body())
                .isEqualTo("{\"quotes\":[],\"quoted_by\":[]}");
    }

    @Test
    void nobodyIsNamedInTheImprintUnlessConfigured() throws Exception {
        assertThat(api.get("/api/imprint").body()).isEqualTo("{\"name\":\"\",\"contact_info\":\"\"}");
    }

    @Test
    void uidWinsOverTheName() throws Exception {
        assertThat(api.json("/api/poster-development?uid=3&user=nobody"))
                .isEqualTo(api.json("/api/poster-development?uid=3"));
    }

    @Test
    void userWithoutPostsInABoardHasNoYears() throws Exception {
        assertThat(api.json("/api/poster-development?uid=3&bid=999")
                        .get("years")
                        .isEmpty())
                .isTrue();
        assertThat(api.get("/api/poster-development?uid=3&bid=999&csv").body()).hasLineCount(1);
    }

    @Test
    void indexNamesEveryApiByItsUrl() throws Exception {
        var base = "http://127.0.0.1:" + api.port() + "/api/";
        assertThat(api.json("/api/?x=1").get("apis").valueStream().map(url -> url.stringValue()))
                .contains(base + "boards", base + "poster-stats", base + "year-over-year-stats");
        await().untilAsserted(() ->
                assertThat(api.json("/api/").get("time_zone").asString()).isEqualTo(GeneratedForum.ZONE.getId()));
    }

    @Test
    void pagesFromAnywhereMayGet() throws Exception {
        var response = api.send(api.request("/api/boards").header("Origin", "https://example.org"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void pagesFromElsewhereMayDoNothingElse() throws Exception {
        assertThat(preflight("GET").statusCode()).isEqualTo(200);
        assertThat(preflight("GET").headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD");
        assertThat(preflight("HEAD").statusCode()).isEqualTo(200);
        assertThat(preflight("POST").body()).isEqualTo("{\"error\":\"Forbidden\"}");
        assertThat(preflight("POST").statusCode()).isEqualTo(403);
        assertThat(preflight("DELETE").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static HttpResponse<String> preflight(String method) throws Exception {
        return api.send(api.request("/api/boards")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", method));
    }
}
