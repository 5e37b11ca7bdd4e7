package potstats2.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files in {@code golden} are the format. A change that needs one of them edited is a new version of the format. */
class EventFormatTests {

    private static final Instant SEEN = Instant.parse("2024-02-29T12:34:56.789123Z");

    private final EventCodec codec = new EventCodec();
    private final JsonMapper json = new JsonMapper();

    static Stream<Event> everyEvent() {
        var poster = new PostObserved.UserName(1224901, "csde_rats", 3L);
        return Stream.of(
                new BoardObserved(
                        95,
                        "3DSupply.de",
                        "Alles rund um Shirts",
                        new BoardObserved.Category(6, "Allgemeines", ""),
                        SEEN),
                new ThreadObserved(
                        140831,
                        43,
                        "Gehirnsalat",
                        "mit Soße",
                        false,
                        true,
                        false,
                        false,
                        true,
                        5767761,
                        165797,
                        List.of("Salat", "R&D"),
                        false,
                        SEEN),
                new PostObserved(
                        1243000252,
                        140831,
                        poster,
                        Instant.parse("2011-07-30T19:52:47Z"),
                        2,
                        new PostObserved.Edit(
                                new PostObserved.UserName(1224901, "csde_rats", null),
                                Instant.parse("2011-07-30T19:59:45Z")),
                        54L,
                        new PostObserved.Avatar(59224L, "./avatare/german.gif"),
                        "Titel",
                        "[b]Größe[/b]\n\"zitiert\" \uD83D\uDE00",
                        false,
                        SEEN),
                new PostVanished(1243000253, 140831, SEEN),
                new ProfileObserved(
                        1224901,
                        "csde_rats",
                        LocalDateTime.parse("2004-12-31T23:59"),
                        null,
                        "privat",
                        ProfileObserved.AccountState.LOCKED,
                        LocalDate.parse("2019-02-01"),
                        "Mitglied",
                        List.of("gruen", "empty"),
                        true,
                        true,
                        SEEN),
                new Checkpoint.BoardRead(43, 17, 2, SEEN),
                new Checkpoint.ThreadRead(
                        new ThreadObserved(
                                140831,
                                43,
                                "Gehirnsalat",
                                "",
                                false,
                                true,
                                false,
                                false,
                                false,
                                5767761,
                                165797,
                                List.of("Salat"),
                                false,
                                SEEN),
                        true,
                        Instant.parse("2011-07-30T19:52:47Z"),
                        165797,
                        Instant.parse("2011-07-30T19:52:46Z"),
                        1,
                        SEEN,
                        SEEN),
                new Checkpoint.PageRead(
                        140831,
                        5528,
                        List.of(1243000252L, 1243000260L),
                        Instant.parse("2011-07-30T19:52:47Z"),
                        -4711,
                        SEEN),
                new Checkpoint.ProfileRead(1224901, null),
                new Checkpoint.Pause(true, SEEN),
                new CrawlBoard(14L, true),
                new ReadAgain(URI.create("https://forum.mods.de/bb/xml/thread.php?TID=140831&page=5528")),
                new CrawlProgressed(
                        "crawler-1",
                        CrawlProgressed.State.PAUSED,
                        SEEN,
                        SEEN.plusSeconds(7200),
                        1,
                        14L,
                        new CrawlProgressed.Progress(1, 10),
                        new CrawlProgressed.Progress(20, 662),
                        new CrawlProgressed.Progress(512, 20000),
                        48,
                        9.5,
                        281.25,
                        120L,
                        List.of("tags"),
                        SEEN,
                        SEEN.plusSeconds(5)),
                new ForumChanged(
                        "forum.posts-3@1200..1700",
                        List.of(new ForumChanged.TouchedPost(1243000252, 140831, 1224901, 1312055567, true)),
                        List.of(140831L),
                        List.of(140832L),
                        List.of(43L),
                        List.of(1224901L),
                        SEEN),
                new StatsRefreshed(
                        17,
                        List.of(new StatsRefreshed.Scope(2011, 43)),
                        List.of(new StatsRefreshed.BoardPosts(43, 2)),
                        SEEN,
                        SEEN.plusMillis(300)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void writesTheGoldenFormat(Event event) {
        assertThat(json.readTree(codec.encode(event))).isEqualTo(json.readTree(golden(event)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void readsTheGoldenFormat(Event event) {
        assertThat(decode(event, golden(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void ignoresMembersItDoesNotKnow(Event event) {
        var newer = (ObjectNode) json.readTree(golden(event));
        newer.putObject("memberOfALaterVersion").put("x", 1);

        assertThat(decode(event, newer.toString())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void refusesAnEventWithAHoleInIt(Event event) {
        assertThatThrownBy(() -> decode(event, event instanceof CrawlBoard ? "{\"bid\":1}" : "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageStartingWith(codec.typeOf(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shownLastPost", "leftAlone"})
    void readsWhatWasWrittenBeforeThereWasThisMember(String member) {
        var event = everyEvent()
                .filter(any -> golden(any).contains("\"" + member + "\""))
                .findFirst()
                .orElseThrow();
        var older = (ObjectNode) json.readTree(golden(event));
        older.remove(member);

        assertThat(decode(event, older.toString())).hasFieldOrPropertyWithValue(member, null);
    }

    @Test
    void contentsAreBbcodeUnlessTheySayOtherwise() {
        var post = (ObjectNode) json.readTree(golden("post"));
        assertThat(codec.decode(PostObserved.class, post.toString().getBytes(UTF_8))
                        .contentFormat())
                .isNull();

        post.put("contentFormat", "markdown");
        var other = codec.decode(PostObserved.class, post.toString().getBytes(UTF_8));
        assertThat(other.contentFormat()).isEqualTo("markdown");
        assertThat(json.readTree(codec.encode(other))).isEqualTo(post);
    }

    @Test
    void anAnnouncementOfAnOlderVersionRenamesNothing() {
        var older = (ObjectNode) json.readTree(golden("changes"));
        older.remove("renamedThreads");

        assertThat(codec.decode(ForumChanged.class, older.toString().getBytes(UTF_8))
                        .renamedThreads())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoEvent() {
        var event = new PostVanished(1, 2, SEEN);
        for (var garbage : List.of(
                "",
                "null",
                "[]",
                "\u0000\u0001",
                "<html>",
                "{\"pid\":\"x\"}",
                "{\"pid\":1,\"tid\":2,\"observedAt\":null}")) {
            assertThatThrownBy(() -> decode(event, garbage)).isInstanceOf(UnreadableEventException.class);
        }
        assertThatThrownBy(() -> codec.decode(Map.<String, byte[]>of()::get, new byte[0]))
                .hasMessage("no type header");
        assertThatThrownBy(() -> codec.decode(
                        Map.of("type", "post".getBytes(UTF_8), "version", "2".getBytes(UTF_8))::get, new byte[0]))
                .hasMessage("post: unknown version: 2");
    }

    @Test
    void everyTypeHasAGoldenFile() {
        assertThat(everyEvent().map(codec::typeOf))
                .doesNotHaveDuplicates()
                .hasSize(EventCodec.typeNames().size());
    }

    private Object decode(Event event, String value) {
        return codec.decode(codec.headersOf(event)::get, value.getBytes(UTF_8));
    }

    private String golden(Event event) {
        return golden(codec.typeOf(event));
    }

    static String golden(String type) {
        var name = "/golden/" + type + ".json";
        try (var in = Objects.requireNonNull(EventFormatTests.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
