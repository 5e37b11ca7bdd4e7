package potstats2.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import potstats2.simulator.CarefulReader.ReadPost;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.forum.Forum;
import potstats2.simulator.forum.Oddity;

class ForumSimulatorIT {

    private static final SimulatorOptions SMALL =
            SimulatorOptions.defaults().withPosts(3_000).withSeed(7);

    private static Map<Long, ReadPost> known(Forum forum) {
        var posts = new TreeMap<Long, ReadPost>();
        forum.posts().forEach(post -> posts.put(post.pid(), ReadPost.of(post)));
        return posts;
    }

    @Test
    void aCarefulReaderFindsTheTruth() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var read = new CarefulReader(simulator).posts();

            assertThat(read).isEqualTo(known(simulator.forum()));
            assertThat(read).hasSize(simulator.truth().posts());
        }
    }

    @Test
    void aCarefulReaderFindsTheTruthInSpiteOfAllOdditiesAndFaults() throws Exception {
        var options = SMALL.withPosts(8_000)
                .withOddities(true)
                .withFaults(Faults.every(0.02).withSlow(0.02, Duration.ofMillis(5)));
        try (var simulator = ForumSimulator.start(options)) {
            var read = new CarefulReader(simulator).posts();

            assertThat(read).isEqualTo(known(simulator.forum()));
            assertThat(simulator.requests().of(Kind.FAULT)).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCarefulReaderFindsTheTruthInSpiteOf(Oddity oddity) throws Exception {
        try (var simulator = ForumSimulator.start(SMALL.withOddities(EnumSet.of(oddity)))) {
            assertThat(new CarefulReader(simulator).posts()).isEqualTo(known(simulator.forum()));
        }
    }

    @Test
    void theHeaderClaimsAnotherEncodingThanTheDocumentHas() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var answer = new CarefulReader(simulator).get(simulator.forumUrl() + "xml/boards.php");

            assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=ISO-8859-1");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("encoding=\"utf-8\"", "Ankündigungen");
        }
    }

    @Test
    void everythingFailsAtMostTwiceInARow() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL.withFaults(Faults.none().withServerError(1)))) {
            var reader = new CarefulReader(simulator);
            for (int status : new int[] {500, 500, 200, 500, 500, 200}) {
                assertThat(reader.get(simulator.forumUrl() + "xml/boards.php").statusCode())
                        .isEqualTo(status);
            }
            simulator.faults(Faults.none());
            assertThat(reader.get(simulator.forumUrl() + "xml/boards.php").statusCode())
                    .isEqualTo(200);
            assertThat(simulator.requests().of(Kind.BOARDS)).isEqualTo(7);
            assertThat(simulator.requests().of(Kind.FAULT)).isEqualTo(4);
            assertThat(simulator.requests().total()).isEqualTo(7);
        }
    }

    @Test
    void eachFaultLooksLikeTheRealOne() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL.withFaults(Faults.none().withUnavailable(1)))) {
            var reader = new CarefulReader(simulator);
            var url = simulator.forumUrl() + "xml/board.php?BID=14";
            var unavailable = reader.get(url);
            assertThat(unavailable.statusCode()).isEqualTo(503);
            assertThat(unavailable.headers().firstValue("Retry-After")).contains("1");

            simulator.faults(Faults.none().withReset(1));
            assertThatThrownBy(() -> reader.get(url + "&page=1")).isInstanceOf(IOException.class);

            simulator.faults(Faults.none().withHtml(1));
            var html = reader.get(url + "&page=2");
            assertThat(html.statusCode()).isEqualTo(200);
            assertThat(new String(html.body(), StandardCharsets.US_ASCII)).startsWith("<html>");
            assertThat(reader.get(simulator.profileUrl() + "1").statusCode()).isEqualTo(500);

            simulator.faults(Faults.none().withSlow(1, Duration.ofMillis(50)));
            long start = System.nanoTime();
            assertThat(reader.get(url + "&page=3").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void truncatedDocumentsEndEarlyWithAndWithoutSayingSo() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL.withFaults(Faults.none().withTruncated(1)))) {
            var reader = new CarefulReader(simulator);
            int hungUp = 0;
            int cut = 0;
            for (int page = 1; page <= 12; page++) {
                try {
                    ParsedXml.of(reader.get(simulator.forumUrl() + "xml/board.php?BID=14&page=" + page)
                            .body());
                } catch (IOException e) {
                    hungUp++;
                } catch (SAXException e) {
                    cut++;
                }
            }
            assertThat(hungUp + cut).isEqualTo(12);
            assertThat(hungUp).isPositive();
            assertThat(cut).isPositive();
        }
    }

    @Test
    void theTruthPageStatesTheTruthAndTheRequests() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var reader = new CarefulReader(simulator);
            reader.get(simulator.forumUrl() + "xml/boards.php");
            var page = new String(reader.get(simulator.truthUrl()).body(), StandardCharsets.US_ASCII);

            var truth = simulator.truth();
            assertThat(page)
                    .startsWith("{\"posts\":" + truth.posts() + ",\"threads\":" + truth.threads())
                    .contains("\"users\":" + truth.users(), "\"edits\":" + truth.edits(), "\"boards\":1,");
        }
    }

    @Test
    void tagsAndProfilesAreHtmlInLatin9() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var reader = new CarefulReader(simulator);
            var tagged = simulator
                    .forum()
                    .threads()
                    .filter(thread -> thread.tags().contains("Fußball"))
                    .findFirst()
                    .orElseThrow();
            var page = new String(
                    reader.get(simulator.forumUrl() + "thread.php?TID=" + tagged.tid())
                            .body(),
                    "ISO-8859-15");
            assertThat(page)
                    .contains("<form action='thread.php?TID=" + tagged.tid() + "&set_thread_groups=1' method='post'>")
                    .contains(">Fußball</a>");

            var user = simulator.forum().users().get(2);
            var profile = Objects.requireNonNull(simulator.forum().profile(user.uid()));
            assertThat(new String(
                            reader.get(simulator.profileUrl() + user.uid()).body(), "ISO-8859-15"))
                    .startsWith("<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<!-- UID " + user.uid() + " -->")
                    .contains("<td class=\"attrv\">" + profile.account() + "</td>");
            assertThat(new String(reader.get(simulator.profileUrl() + "1").body(), "ISO-8859-15"))
                    .isEqualTo("Benutzer 1 nicht gefunden!");
            assertThat(reader.get(simulator.forumUrl() + "nirgends").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void trafficChangesTheForumWhileItIsRead() throws Exception {
        try (var simulator = ForumSimulator.start(SMALL.withOddities(true))) {
            int before = simulator.truth().posts();
            var reader = new CarefulReader(simulator);
            simulator.startTraffic(LiveTraffic.atRate(2_000));
            var deadline = Instant.now().plusSeconds(30);
            for (int page = 1; simulator.truth().posts() < before + 300; page++) {
                assertThat(Instant.now()).isBefore(deadline);
                ParsedXml.of(reader.get(simulator.forumUrl() + "xml/board.php?BID=14&page=" + page % 4)
                        .body());
            }
            simulator.stopTraffic();

            var after = known(simulator.forum());
            assertThat(after)
                    .hasSizeGreaterThan(before)
                    .hasSize(simulator.truth().posts());
            assertThat(new CarefulReader(simulator).posts()).isEqualTo(known(simulator.forum()));
        }
    }

    @Test
    void oddAndPlainForumsHoldTheSamePosts() {
        try (var plain = ForumSimulator.start(SMALL);
                var odd = ForumSimulator.start(SMALL.withOddities(Set.of(Oddity.EXTRA_ELEMENTS)))) {
            assertThat(known(odd.forum())).isEqualTo(known(plain.forum()));
        }
    }
}
