package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Users are found by their names, as people write them. */
@RealServers(Server.POSTGRES)
class NamesIT {
    private static final String LONG_NAME = "Ĺ".repeat(9_000);

    private static final Map<Long, List<String>> NAMES = new LinkedHashMap<>(Map.of(
            1001L, List.of("Türsteher"),
            1002L, List.of("ÜBERMUT"),
            1003L, List.of("Άλφας"),
            1004L, List.of("STRASSE"),
            1005L, List.of("ﬁnke İnce"),
            1006L, List.of("E\u0301lan Ørsted"),
            1007L, List.of("Hans Peter 100%_\\"),
            1008L, List.of("uebel", "Götz", "Jose\u0301"),
            1009L, List.of("bob"),
            1010L, List.of("BOB")));

    private static RunningApi api;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(1));
        NAMES.put(1011L, List.of(LONG_NAME));
        NAMES.put(1012L, List.of("nr 1001"));
        insert(database);
        api = RunningApi.start(database, Map.of());
    }

    private static void insert(PostgresAddress database) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var users = connection.prepareStatement("INSERT INTO forum.users VALUES (?, ?, ?)")) {
            for (var user : NAMES.entrySet()) {
                var names = user.getValue();
                users.setLong(1, user.getKey());
                users.setString(2, names.get(0));
                users.setArray(
                        3,
                        connection.createArrayOf(
                                "text", names.subList(1, names.size()).toArray()));
                users.executeUpdate();
            }
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "türsteher, 1001",
        "TU\u0308RSTEHER, 1001",
        "übermut, 1002",
        "άλφαΣ, 1003",
        "ΆΛΦΑΣ, 1003",
        "Α\u0301λφασ, 1003",
        "straße, 1004",
        "Straẞe, 1004",
        "FINKE I\u0307NCE, 1005",
        "ﬁNKE i\u0307nce, 1005",
        "éLAN ørSTED, 1006",
        "Bob, 1010",
    })
    void caseDoesNotMatter(String name, long uid) throws Exception {
        assertThat(uidOf(name)).isEqualTo(uid);
    }

    @ParameterizedTest
    @CsvSource({"tursteher", "uebermut", "finke ince", "fınke İnce", "strase", "götz"})
    void otherLettersDo(String name) throws Exception {
        assertThat(api.get(RunningApi.path("poster-development", Map.of("user", name)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLongNameIsAName() throws Exception {
        assertThat(uidOf(LONG_NAME.toLowerCase(Locale.ROOT))).isEqualTo(1011);
        assertThat(found(LONG_NAME)).containsExactly(1011L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    turst           | 1001
                    tuerst          | 1001
                    TÜRST           | 1001
                    ursteher        | 1001
                    ubermut         | 1002
                    uebermut        | 1002
                    übermut         | 1002
                    αλφας           | 1003
                    ΑΛΦΑΣ           | 1003
                    straße          | 1004
                    finke           | 1005
                    ince finke      | 1005
                    elan            | 1006
                    orsted  ela     | 1006
                    peter hans      | 1007
                    100%            | 1007
                    %_              | 71, 1007
                    _\\             | 1007
                    ter\u00a0ans    | 1007
                    übel            | 1008
                    gotz jose       | 1008
                    goetz           | 1008
                    GÖTZ            | 1008
                    1009            | 1009
                    1001            | 1001, 1012
                    """)
    void aSearchNeedsNeitherAccentsNorTheOrderOfWords(String words, String uids) throws Exception {
        assertThat(found(words).stream().map(String::valueOf)).containsExactly(uids.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource({"türxteher", "hans otto", "1%", "a_b", "götz finke"})
    void everyWordMustBeThere(String words) throws Exception {
        assertThat(found(words)).isEmpty();
    }

    private static long uidOf(String name) throws Exception {
        return api.json(RunningApi.path("poster-development", Map.of("user", name)))
                .at("/user/uid")
                .asLong();
    }

    private static List<Long> found(String words) throws Exception {
        return api.json(RunningApi.path("users", Map.of("name", words)))
                .get("rows")
                .valueStream()
                .map(row -> row.at("/User/uid").asLong())
                .toList();
    }
}
