package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.LinkOracle;
import potstats2.api.forum.Oracle;
import potstats2.api.forum.QuoteOracle;
import potstats2.api.forum.StatsTables;
import potstats2.api.forum.UserOracle;
import potstats2.runtime.launch.Service;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;

/** What is said of single users, whom they quote and what they link to equals what reading post by post gives. */
@RealServers(Server.POSTGRES)
class RelationsIT {
    /** Amid the posts; another day already where the forum is. */
    private static final Instant NOW = Instant.parse("2006-08-15T11:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2006, 8, 16);

    private static final GeneratedForum forum = GeneratedForum.ofSeed(11);
    private static final Oracle oracle = new Oracle(forum);
    private static final QuoteOracle quotes = new QuoteOracle(forum);
    private static final LinkOracle links = new LinkOracle(forum);
    private static final UserOracle users = new UserOracle(forum);
    private static RunningApi api;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(forum);
        var service = StatsApiService.SERVICE;
        api = RunningApi.start(
                new Service(service.name(), ServiceThen.class, service.settings()),
                database,
                Map.of("potstats2.api.imprint.name", "Zoë", "potstats2.api.imprint.contact-info", "zoe@forum.example"));
    }

    /** Not annotated as a configuration, so that only this test finds it. */
    @Import(StatsApiApplication.class)
    static class ServiceThen {
        @Bean
        @Primary
        Clock then() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void edgesCountOccurrencesOfQuotes() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(year, bid);
                assertThat(rows("social-graph", arguments)).as("%s", arguments).isEqualTo(quotes.edges(year, bid));
            }
        }
    }

    @Test
    void limitKeepsTheFirstEdgesAsTheyAre() throws Exception {
        var all = quotes.edges(0, 0);
        for (var limit : List.of(1, 7, 10_000)) {
            var arguments = Map.of("limit", String.valueOf(limit));
            assertThat(rows("social-graph", arguments).valueStream())
                    .containsExactlyElementsOf(all.valueStream().limit(limit).toList());
        }
    }

    @Test
    void domainsCountOccurrencesOfLinks() throws Exception {
        for (var year : oracle.years()) {
            for (var type : everyTypeAndNull()) {
                var arguments = arguments(year, type);
                assertThat(rows("domains", arguments)).as("%s", arguments).isEqualTo(links.domains(year, type));
                assertThat(rows("user-domains", arguments))
                        .as("%s", arguments)
                        .isEqualTo(links.userDomains(year, type, null, null));
            }
        }
    }

    @Test
    void linksToADomainOrOfAUserAreThoseAmongAll() throws Exception {
        for (var year : oracle.years()) {
            for (var type : everyTypeAndNull()) {
                for (var domain : links.domains()) {
                    assertUserDomains(year, type, domain, null);
                }
                for (var uid : links.uids()) {
                    assertUserDomains(year, type, null, uid);
                    assertUserDomains(year, type, "beta.example", uid);
                }
            }
        }
    }

    private static void assertUserDomains(int year, @Nullable String type, @Nullable String domain, @Nullable Long uid)
            throws Exception {
        var arguments = arguments(year, type);
        if (domain != null) {
            arguments.put("domain", domain);
        }
        if (uid != null) {
            arguments.put("uid", String.valueOf(uid));
        }
        assertThat(rows("user-domains", arguments))
                .as("%s", arguments)
                .isEqualTo(links.userDomains(year, type, domain, uid));
    }

    @Test
    void limitKeepsTheFirstDomains() throws Exception {
        assertThat(rows("domains", Map.of("limit", "2")).valueStream())
                .containsExactlyElementsOf(
                        links.domains(0, null).valueStream().limit(2).toList());
        assertThat(rows("user-domains", Map.of("limit", "5")).valueStream())
                .containsExactlyElementsOf(links.userDomains(0, null, null, null)
                        .valueStream()
                        .limit(5)
                        .toList());
    }

    private static List<@Nullable String> everyTypeAndNull() {
        var types = Arrays.copyOf(
                links.types().toArray(new String[0]), links.types().size() + 1);
        return Arrays.asList(types);
    }

    private static Map<String, String> arguments(int year, @Nullable String type) {
        var arguments = new HashMap<>(Oracle.arguments(year, 0));
        if (type != null) {
            arguments.put("type", type);
        }
        return arguments;
    }

    @Test
    void usersDevelopYearByYearWithoutGaps() throws Exception {
        for (var uid : users.uids()) {
            for (var bid : oracle.boards()) {
                var arguments = Oracle.arguments(0, bid);
                arguments.put("uid", String.valueOf(uid));
                assertThat(api.json(RunningApi.path("poster-development", arguments)))
                        .as("%s", arguments)
                        .isEqualTo(users.development(uid, bid));
            }
        }
    }

    @Test
    void developmentIsFoundByTheNameInAnyCase() throws Exception {
        for (var uid : users.uids()) {
            var name = users.name(uid).toUpperCase(Locale.ROOT);
            assertThat(api.json(RunningApi.path("poster-development", Map.of("user", name))))
                    .isEqualTo(users.development(users.uidOf(name), 0));
        }
    }

    @Test
    void developmentIsAFileToo() throws Exception {
        for (var uid : users.uids()) {
            var response = api.get("/api/poster-development?csv&uid=" + uid);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"user-development-%s.csv\"".formatted(uid));
            assertThat(response.body().lines().toList()).isEqualTo(users.developmentLines(uid, 0));
        }
    }

    @Test
    void ratesArePostsByDaysFromTheFirstPostOn() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                for (var orderBy : List.of("posts", "threads", "post_frequency")) {
                    for (var order : List.of("asc", "desc")) {
                        var arguments = Oracle.arguments(year, bid);
                        arguments.put("order_by", orderBy);
                        arguments.put("order", order);
                        assertThat(rows("stats", arguments))
                                .as("%s", arguments)
                                .isEqualTo(users.rates(year, bid, orderBy, order.equals("desc"), TODAY));
                    }
                }
            }
        }
    }

    @Test
    void ratesAreMostPostsFirstAndAsManyAsAskedFor() throws Exception {
        assertThat(rows("stats", Map.of("limit", "3")).valueStream())
                .containsExactlyElementsOf(users.rates(0, 0, "posts", true, TODAY)
                        .valueStream()
                        .limit(3)
                        .toList());
    }

    @Test
    void usersAreFoundByAnyPartOfTheirNames() throws Exception {
        for (var text : List.of(
                "user", "1", "ZOE", "an", "%", "_", "\\", "Ö", "uSER", "zoë", "\" <", "zoe5", "nobody", "*", "'")) {
            for (var limit : List.of(1, 12, 100)) {
                var arguments = Map.of("name", text, "limit", String.valueOf(limit));
                assertThat(rows("users", arguments).valueStream())
                        .as("%s", arguments)
                        .containsExactlyElementsOf(
                                users.named(text).valueStream().limit(limit).toList());
            }
        }
        assertThat(rows("users", Map.of("name", "user")).size()).isEqualTo(12);
    }

    @Test
    void userHasNumbersAndAProfile() throws Exception {
        for (var uid : users.uids()) {
            assertThat(api.json("/api/user?uid=" + uid)).isEqualTo(users.user(uid));
        }
    }

    @Test
    void relationsAreTheEdgesOfAUser() throws Exception {
        for (var year : oracle.years()) {
            for (var bid : oracle.boards()) {
                for (var uid : links.uids()) {
                    var arguments = Oracle.arguments(year, bid);
                    arguments.put("uid", String.valueOf(uid));
                    assertThat(api.json(RunningApi.path("user-relations", arguments)))
                            .as("%s", arguments)
                            .isEqualTo(quotes.relations(uid, year, bid));
                }
            }
        }
    }

    @Test
    void limitKeepsTheFirstRelationsOfEachSide() throws Exception {
        var all = quotes.relations(1, 0, 0);
        var answer = api.json("/api/user-relations?uid=1&limit=2");
        for (var side : List.of("quotes", "quoted_by")) {
            assertThat(answer.get(side).valueStream())
                    .containsExactlyElementsOf(
                            all.get(side).valueStream().limit(2).toList());
        }
    }

    @Test
    void imprintIsTheConfiguredOne() throws Exception {
        assertThat(api.get("/api/imprint").body())
                .isEqualTo("{\"name\":\"Zoë\",\"contact_info\":\"zoe@forum.example\"}");
    }

    private static JsonNode rows(String name, Map<String, String> arguments) throws Exception {
        var answer = api.json(RunningApi.path(name, arguments));
        assertThat(answer.propertyNames()).containsExactly("rows");
        return answer.get("rows");
    }
}
