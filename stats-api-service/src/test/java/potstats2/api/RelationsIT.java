package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

/** What is said of single users, whom they quote and what they link to equals what reading post by post gives. */
@RealServers(Server.POSTGRES)
class RelationsIT {
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
        api = RunningApi.start(database, Map.of());
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
                    .isEqualTo(users.development(uid, 0));
        }
    }

    @Test
    void developmentIsAFileToo() throws Exception {
        for (var uid : users.uids()) {
            var response = api.get("/api/poster-development?csv&uid=" + uid);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"user-development-%d.csv\"".formatted(uid));
            assertThat(response.body().lines().toList()).isEqualTo(users.developmentLines(uid, 0));
        }
    }

    private static JsonNode rows(String name, Map<String, String> arguments) throws Exception {
        var answer = api.json(RunningApi.path(name, arguments));
        assertThat(answer.propertyNames()).containsExactly("rows");
        return answer.get("rows");
    }
}
