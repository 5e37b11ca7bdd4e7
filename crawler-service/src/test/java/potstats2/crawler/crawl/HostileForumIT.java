package potstats2.crawler.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import potstats2.crawler.source.RequestKind;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.CrawlBoard;
import potstats2.events.CrawlProgressed.State;
import potstats2.events.ReadAgain;
import potstats2.events.Topic;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import potstats2.testsupport.TopicReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A forum of one board whose thread 1 is whatever a test makes of it; thread 2 has one post and must be read. */
@RealServers(Server.KAFKA)
class HostileForumIT {

    /** How many pages past the claimed ones are looked at for a promised post. */
    private static final int PAGES_PAST_CLAIMS = 5;

    private static final String BOARDS =
            "<categories><category id='1'><name>C</name><boards><board id='5'><name>B</name>"
                    + "<number-of-threads value='2'/><number-of-replies value='2'/></board></boards></category></categories>";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private Answer threadOne = (request, response) -> text(response, thread(1, 1, post(10)));
    private Answer boards = (request, response) -> text(response, BOARDS);
    /** What the board lists, where it is not what {@link #listed()} says. */
    private String list = "";

    private Answer profile = (request, response) -> text(response, "Benutzer x nicht gefunden!");
    private Answer tags = (request, response) -> text(response, "<html><a href='?" + request.uri() + "'/></html>");
    private int threads = 2;
    private String lastPost = "";
    private DisposableServer server = HttpServer.create().bindNow();
    private String kafka = "";

    private interface Answer {
        Publisher<Void> to(HttpServerRequest request, HttpServerResponse response);
    }

    @BeforeEach
    void serve(Servers servers) {
        servers.deleteTopics();
        kafka = servers.kafka();
        server.disposeNow();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::counted)
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void setsAPageAsideThatIsNoXml() {
        threadOne = (request, response) -> text(response, "<thread id='1'><posts></thread>");

        TestCrawler.once(url(), kafka);

        assertSetAside(Topic.POSTS, "no readable XML", "<thread id='1'><posts></thread>");
        assertThat(timesAsked("xml/thread.php?TID=1&page=1"))
                .as("asking again would not help")
                .isEqualTo(1);
    }

    @Test
    void setsAnEntityBombAside() {
        threadOne = (request, response) -> text(
                response,
                "<!DOCTYPE t [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]><thread id='1'><title>&b;</title></thread>");

        TestCrawler.once(url(), kafka);

        assertSetAside(Topic.POSTS, "a document type is declared", "<!DOCTYPE");
    }

    @Test
    void setsHtmlInPlaceOfXmlAsideAfterAskingAgain() {
        threadOne = (request, response) -> text(response, "<html><p>Wartung</p></html>");

        TestCrawler.once(url(), kafka, Map.of("max-attempts", 3));

        assertSetAside(Topic.POSTS, "HTML in place of XML", "<html>");
        assertThat(timesAsked("xml/thread.php?TID=1&page=1"))
                .as("once more at the end of the pass")
                .isEqualTo(6);
    }

    @Test
    void stopsReadingAHundredMegabytes() {
        var sent = new AtomicInteger();
        threadOne = (request, response) -> response.sendString(Flux.concat(
                Mono.just("<thread id='1'><title>"),
                Flux.range(0, 1600).map(i -> "x".repeat(65_536)).doOnNext(part -> sent.incrementAndGet())));

        TestCrawler.once(url(), kafka, Map.of("max-page-size", "2MB"));

        assertSetAside(Topic.POSTS, "longer than 2097152 bytes", "<thread id='1'><title>xxx");
        assertThat(sent.get()).isLessThan(800);
    }

    @Test
    void setsOnlyThePostsAsideThatCannotBeRead() {
        var far = post(12).replace("timestamp='5'", "timestamp='99999999999999'");
        var farther = post(13).replace("timestamp='5'", "timestamp='9223372036854775807'");
        threadOne = (request, response) -> text(response, thread(1, 1, post(10) + "<post id='11'/>" + far + farther));

        TestCrawler.once(url(), kafka);

        assertThat(letters(Topic.POSTS))
                .extracting(letter -> header(letter, "cause"), letter -> new String(letter.value(), UTF_8))
                .containsExactly(
                        tuple("post 11: no user", "<post id='11'/>"),
                        tuple("post 12: date is out of range: 99999999999999", far),
                        tuple("post 13: date is out of range: 9223372036854775807", farther));
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(10L, 20L);
        assertThat(timesAsked("xml/thread.php?TID=1&page=1"))
                .as("asking again would not help")
                .isEqualTo(1);
    }

    @Test
    void setsAnUnreadablePostAsideAgainOnlyWhenToldTo() {
        threadOne = (request, response) -> text(response, thread(1, 1, post(10) + "<post id='11'/>"));
        try (var crawler = TestCrawler.start(url(), kafka, Map.of("sweep-interval", "0s", "sweep-share", 10))) {
            crawler.awaitPasses(1);
            assertThat(timesAsked("xml/thread.php?TID=1&page=1")).isGreaterThan(1);
            assertThat(letters(Topic.POSTS)).hasSize(1);

            var letter = letters(Topic.POSTS).get(0);
            crawler.commands.add(new ReadAgain(URI.create(header(letter, "url"))), () -> {});
            crawler.awaitPasses(2);

            assertThat(letters(Topic.POSTS)).hasSize(2);
        }
    }

    @Test
    void readsTheThreadsOfAListOfWhichOneIsNoThread() {
        list = "<thread id='3'><flags><title>x</thread>" + listed(2)
                + listed(1).replace("<in-board", "<title>R&D</title><in-board");

        TestCrawler.once(url(), kafka);

        assertThat(letters(Topic.THREADS)).singleElement().satisfies(letter -> {
            assertThat(header(letter, "cause")).startsWith("thread 3: no readable XML");
            assertThat(new String(letter.value(), UTF_8)).isEqualTo("<thread id='3'><flags><title>x</thread>");
        });
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(10L, 20L);
    }

    /** Else nobody would notice that it vanished. */
    @Test
    void remembersThePostsOfAPageThatCanBeReadInPart() {
        threadOne = (request, response) -> text(response, thread(1, 1, post(9) + post(10) + "<post id='11'/>"));
        TestCrawler.once(url(), kafka);
        threadOne = (request, response) -> text(response, thread(1, 1, post(9)));

        TestCrawler.once(url(), kafka, Map.of("sweep-interval", "0s", "sweep-share", 10));

        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(9L, 20L);
    }

    @Test
    void setsAProfileAsideThatItDoesNotUnderstand() {
        var page = "<html><p>Profil in neuem Gewand</p></html>";
        profile = (request, response) -> text(response, page);

        TestCrawler.once(url(), kafka);

        var letter = letters(Topic.PROFILES).get(0);
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(page);
        assertThat(PublishedForum.read(kafka).profiles).isEmpty();
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsKeys(10L, 20L);
    }

    /** What may become of a page that no post depends on. */
    private Answer broken(String how) {
        return switch (how) {
            case "another" ->
                (request, response) ->
                        text(response, "<html><form action='?TID=999&set_thread_groups=1'></form></html>");
            case "cut" -> (request, response) -> text(response, "<html><a href='?TID=1'>");
            case "reset" ->
                (request, response) -> {
                    request.withConnection(connection -> connection.dispose());
                    return Mono.never();
                };
            case "slow" -> (request, response) -> Mono.never();
            case "huge" ->
                (request, response) -> response.sendString(Flux.range(0, 100).map(part -> "x".repeat(65_536)));
            case "elsewhere" -> (request, response) -> response.sendRedirect("http://localhost.invalid/");
            case "circle" -> (request, response) -> response.sendRedirect(request.uri());
            default ->
                (request, response) -> response.status(Integer.parseInt(how)).send();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "cut", "reset", "slow", "huge", "elsewhere", "circle", "403", "404", "500"})
    void noPageThatIsNotNeededHoldsUpAPost(String how) {
        threads = 20;
        tags = broken(how);
        profile = broken(how);

        var status = TestCrawler.once(
                url(), kafka, Map.of("max-attempts", 2, "request-timeout", "1s", "max-page-size", "1MB"));

        assertThat(PublishedForum.read(kafka).visiblePosts()).hasSize(20);
        assertThat(status.leftAlone()).containsExactlyInAnyOrder(RequestKind.TAGS, RequestKind.PROFILE);
        var mostAtOnce = OptionalPages.MAX_FAILED_IN_A_ROW + 4;
        assertThat(letters(Topic.THREADS)).hasSizeBetween(1, mostAtOnce);
        assertThat(letters(Topic.PROFILES)).hasSizeBetween(1, mostAtOnce);
        assertThat(asked.stream()
                        .filter(url -> url.startsWith("/bb/thread.php"))
                        .distinct())
                .hasSizeLessThanOrEqualTo(mostAtOnce);
        assertThat(asked.lastIndexOf("/bb/xml/thread.php?TID=20&page=1"))
                .isLessThan(asked.indexOf(asked.stream()
                        .filter(url -> url.startsWith("/bb/thread.php"))
                        .findFirst()
                        .orElseThrow()));
    }

    /** As where the newest post was hidden and the list does not know. */
    @Test
    void aPromiseOfAPostThatNeverShowsCostsAFewRequestsOnce() {
        lastPost = "<lastpost><post><date timestamp='4000000000'/></post></lastpost>";
        try (var crawler = TestCrawler.start(url(), kafka, Map.of("schedule", "continuous", "pass-interval", "50ms"))) {
            crawler.awaitPasses(1);
            assertThat(asked.stream().filter(url -> url.contains("/xml/thread")))
                    .hasSize(2 * (1 + PAGES_PAST_CLAIMS));
            asked.clear();

            crawler.awaitPasses(4);

            assertThat(asked).noneMatch(url -> url.contains("/xml/thread"));
        }
    }

    @Test
    void whatWasLeftAloneIsCaughtUpLater() {
        threads = 10;
        tags = broken("404");
        var clock = new MovedClock();
        try (var crawler =
                TestCrawler.start(url(), kafka, Map.of("schedule", "continuous", "pass-interval", "50ms"), clock)) {
            crawler.awaitPasses(5);
            var before = asked.stream()
                    .filter(url -> url.startsWith("/bb/thread.php"))
                    .count();
            assertThat(before).isLessThanOrEqualTo(OptionalPages.MAX_FAILED_IN_A_ROW + 4);
            tags = (request, response) -> text(
                    response,
                    "<html><form action='%s&set_thread_groups=1'><a>x</a></form></html>".formatted(request.uri()));
            clock.move(Duration.ofMinutes(11));

            TestCrawler.await(() -> PublishedForum.read(kafka).threads.values().stream()
                            .filter(thread -> thread.tags().equals(List.of("x")))
                            .count()
                    == 10);

            assertThat(crawler.status.leftAlone()).isEmpty();
        }
    }

    @Test
    void readsAPageThatWasSetAsideWhenToldTo() {
        threadOne = (request, response) -> page(request) == 2
                ? text(response, "<thread id='1'><posts></thread>")
                : text(response, thread(page(request), 3, post(10 + page(request))));
        try (var crawler = TestCrawler.start(url(), kafka, Map.of())) {
            crawler.awaitPasses(1);
            assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(11L, 13L, 20L);

            threadOne = (request, response) -> text(response, thread(page(request), 3, post(10 + page(request))));
            asked.clear();
            var letter = letters(Topic.POSTS).get(0);
            crawler.commands.add(new ReadAgain(URI.create(header(letter, "url"))), () -> {});
            crawler.awaitPasses(2);

            assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(11L, 12L, 13L, 20L);
            assertThat(asked.stream().filter(url -> url.contains("/xml/")))
                    .as("the page, and the last one")
                    .hasSize(2);
        }
    }

    @Test
    void goesOnPastAPageThatNobodyGets() {
        threadOne = (request, response) -> page(request) == 2
                ? response.status(500).send()
                : text(response, thread(page(request), 3, post(10 + page(request))));

        TestCrawler.once(url(), kafka, Map.of("max-attempts", 2));

        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(11L, 13L, 20L);
        assertThat(PublishedForum.checkpointsOfPages(kafka)).doesNotContain("page:1:2");
        assertThat(timesAsked("xml/thread.php?TID=1&page=2"))
                .as("twice, and twice more at the end of the pass")
                .isEqualTo(4);
    }

    @Test
    void endsWhereAThreadNeverDoes() {
        threadOne = (request, response) -> {
            var page = page(request);
            var posts = new StringBuilder();
            IntStream.range(0, 30).forEach(i -> posts.append(post(100 + page * 30 + i)));
            return text(response, thread(page, page + 1, posts.toString()));
        };

        TestCrawler.once(url(), kafka, Map.of("max-thread-pages", 50));

        assertThat(asked.stream().filter(url -> url.contains("xml/thread.php?TID=1")))
                .hasSize(50);
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsKey(20L);
    }

    @Test
    void asksAgainAfterTransientFailures() {
        var attempts = new AtomicInteger();
        threadOne = (request, response) -> switch (attempts.incrementAndGet()) {
            case 1 ->
                response.status(503).header(HttpHeaderNames.RETRY_AFTER, "0").send();
            case 2 -> response.header(HttpHeaderNames.CONTENT_LENGTH, "5000").sendString(Mono.just("<thread"));
            case 3 -> text(response, "<thread id='1'><title>");
            default -> text(response, thread(1, 1, post(10)));
        };

        TestCrawler.once(url(), kafka, Map.of("request-timeout", "2s"));

        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(10L, 20L);
        assertThat(letters(Topic.POSTS)).isEmpty();
    }

    @Test
    void pausesWhileTheForumIsDownAndGoesOnByItself() {
        var down = new AtomicInteger(1);
        boards = (request, response) ->
                down.get() == 0 ? text(response, BOARDS) : response.status(502).send();
        try (var crawler = TestCrawler.start(url(), kafka, Map.of("max-attempts", 2))) {
            TestCrawler.await(() -> crawler.status.state() == State.PAUSED);
            down.set(0);
            crawler.awaitPasses(1);

            assertThat(crawler.status.state()).isEqualTo(State.IDLE);
            assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(10L, 20L);
            assertThat(letters(Topic.BOARDS)).isEmpty();
        }
    }

    @Test
    void leavesTheForumAloneAsLongAsItAsks() {
        var refusals = new AtomicInteger();
        var again = new AtomicLong();
        threadOne = (request, response) -> {
            if (refusals.getAndIncrement() == 0) {
                again.set(System.nanoTime());
                return response.status(503)
                        .header(HttpHeaderNames.RETRY_AFTER, "3")
                        .send();
            }
            again.updateAndGet(began -> System.nanoTime() - began);
            return text(response, thread(1, 1, post(10)));
        };
        try (var crawler = TestCrawler.start(url(), kafka, Map.of("max-retry-delay", "100ms", "in-flight", 1))) {
            TestCrawler.await(() -> crawler.status.state() == State.PAUSED);
            crawler.awaitPasses(1);
        }
        assertThat(Duration.ofNanos(again.get())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(mostUnderWay.get()).isEqualTo(1);
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsOnlyKeys(10L, 20L);
        assertThat(letters(Topic.POSTS)).isEmpty();
    }

    @Test
    void asksNothingAndStopsAtOnceWhileTheForumWantsToBeLeftAlone() {
        threadOne = (request, response) -> response.status(429)
                .header(HttpHeaderNames.RETRY_AFTER, "99999999999999999999")
                .send();
        var settings = Map.<String, Object>of("in-flight", 1, "schedule", "continuous", "pass-interval", "10ms");
        var closing = 0L;
        try (var crawler = TestCrawler.start(url(), kafka, settings)) {
            TestCrawler.await(() -> crawler.status.state() == State.PAUSED);
            var before = List.copyOf(asked);
            crawler.pause.set(new Pause(true, Instant.EPOCH));
            crawler.commands.add(new CrawlBoard(null, true), () -> {});
            crawler.pause.set(new Pause(false, Instant.EPOCH.plusSeconds(1)));

            Awaitility.await().during(Duration.ofSeconds(1)).until(() -> asked.equals(before));
            closing = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void goesOnWithThePostsWhileTheProfilesWantToBeLeftAlone() {
        var profiles = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    asked.add(request.uri());
                    return response.status(503)
                            .header(HttpHeaderNames.RETRY_AFTER, "3600")
                            .send();
                })
                .bindNow();
        var settings = Map.<String, Object>of(
                "profile-url",
                "http://127.0.0.1:" + profiles.port() + "/users",
                "in-flight",
                1,
                "schedule",
                "continuous",
                "pass-interval",
                "10ms");
        try (var crawler = TestCrawler.start(url(), kafka, settings)) {
            crawler.awaitPasses(4);

            assertThat(crawler.status.state()).isNotEqualTo(State.PAUSED);
            assertThat(asked.stream().filter(url -> url.startsWith("/users/"))).hasSize(1);
            assertThat(letters(Topic.PROFILES)).isEmpty();
        } finally {
            profiles.disposeNow();
        }
    }

    @Test
    void followsRedirectionsOnTheSameHostOnly() {
        threadOne = (request, response) -> request.uri().contains("moved")
                ? text(response, thread(1, 1, post(10)))
                : response.sendRedirect("/bb/xml/thread.php?TID=1&page=1&moved=1");
        TestCrawler.once(url(), kafka);
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsKey(10L);
    }

    @Test
    void followsNoRedirectionToAnotherHost() {
        threadOne = (request, response) -> response.sendRedirect("http://localhost.invalid/bb/");

        TestCrawler.once(url(), kafka);

        assertSetAside(Topic.POSTS, "redirects to another host", "");
    }

    @Test
    void asksOneThingAtATimeWithAPause() {
        var start = System.nanoTime();

        TestCrawler.once(url(), kafka, Map.of("request-delay", "50ms"));

        assertThat(mostUnderWay.get()).isEqualTo(1);
        assertThat(System.nanoTime() - start).isGreaterThan((asked.size() - 1) * 50_000_000L);
    }

    private void assertSetAside(Topic topic, String cause, String start) {
        assertThat(letters(topic)).isNotEmpty().allSatisfy(letter -> {
            assertThat(header(letter, "cause")).contains(cause);
            assertThat(header(letter, "url")).contains("TID=1");
            assertThat(header(letter, "failed-at")).isNotEmpty();
            assertThat(new String(letter.value(), UTF_8)).startsWith(start);
        });
        assertThat(PublishedForum.read(kafka).visiblePosts()).containsKey(20L);
        assertThat(PublishedForum.checkpointsOfPages(kafka)).containsExactly("page:2:1");
    }

    private List<ConsumerRecord<String, byte[]>> letters(Topic topic) {
        return TopicReader.readAll(kafka, topic.deadLetters().name());
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private long timesAsked(String url) {
        return asked.stream().filter(any -> any.endsWith(url)).count();
    }

    private String url() {
        return "http://127.0.0.1:" + server.port() + "/bb/";
    }

    private Publisher<Void> counted(HttpServerRequest request, HttpServerResponse response) {
        asked.add(request.uri());
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        return Mono.from(answer(request, response)).doFinally(signal -> underWay.decrementAndGet());
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var url = request.uri();
        if (url.startsWith("/my/")) {
            return profile.to(request, response);
        }
        if (url.contains("boards.php")) {
            return boards.to(request, response);
        }
        if (url.contains("board.php")) {
            return text(
                    response,
                    "<board id='5'><number-of-threads value='2'/><threads page='1'>"
                            + (page(request) == 1 ? list.isEmpty() ? listed() : list : "") + "</threads></board>");
        }
        if (!url.contains("/xml/")) {
            return tags.to(request, response);
        }
        var tid = number(request, "TID");
        return tid == 1 ? threadOne.to(request, response) : text(response, thread(tid, 1, 1, post(tid * 10)));
    }

    private static int page(HttpServerRequest request) {
        return number(request, "page");
    }

    private static int number(HttpServerRequest request, String name) {
        return Integer.parseInt(request.uri().replaceAll(".*" + name + "=(\\d+).*", "$1"));
    }

    private String listed() {
        return IntStream.rangeClosed(1, threads).mapToObj(this::listed).collect(Collectors.joining());
    }

    private String listed(int tid) {
        return "<thread id='%s'><number-of-replies value='1'/><number-of-pages value='1'/><in-board id='5'/>%s</thread>"
                .formatted(tid, lastPost);
    }

    private static String thread(int page, int pages, String posts) {
        return thread(1, page, pages, posts);
    }

    private static String thread(int tid, int page, int pages, String posts) {
        return "<thread id='%s'><title>T</title><number-of-pages value='%s'/><in-board id='5'/><posts page='%s'>%s</posts></thread>"
                .formatted(tid, pages, page, posts);
    }

    private static String post(int pid) {
        return "<post id='%s'><user id='%s'>a</user><date timestamp='5'/><message><content>x</content></message></post>"
                .formatted(pid, pid);
    }

    private static Publisher<Void> text(HttpServerResponse response, String text) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "text/xml; charset=ISO-8859-1")
                .sendString(Mono.just(text));
    }
}
