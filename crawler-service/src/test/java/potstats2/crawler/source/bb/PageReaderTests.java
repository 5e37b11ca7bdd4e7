package potstats2.crawler.source.bb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedBoard;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.Refusal;
import potstats2.crawler.source.ThreadHeader;
import potstats2.crawler.source.ThreadPage;
import potstats2.crawler.source.UnreadableElement;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.events.BoardObserved;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;
import potstats2.events.PostObserved.UserName;

class PageReaderTests {

    private final PageReader reader = new PageReader(16 * 1024 * 1024);

    @Test
    void readsTheListOfBoards() {
        assertThat(reader.boards(document("boards.xml")).boards())
                .containsExactly(new ListedBoard(
                        95,
                        "3DSupply.de",
                        "Alles rund um 3D Supply",
                        new BoardObserved.Category(6, "Allgemeines", "Seitenübergreifende Themen"),
                        451,
                        22040));
    }

    @Test
    void readsAPageOfABoard() {
        var page = (BoardPage) reader.board(document("board.xml"), 43, 1);

        assertThat(page.numberOfThreads()).isEqualTo(4497);
        assertThat(page.numberOfReplies()).isEqualTo(220990);
        assertThat(page.threads())
                .containsExactly(
                        new ListedThread(
                                189020,
                                new ThreadHeader(
                                        14L,
                                        "Aktualisierte Forensatzung",
                                        "vom 28.09.08",
                                        true,
                                        true,
                                        true,
                                        true,
                                        true,
                                        45239,
                                        0,
                                        1),
                                null,
                                false),
                        new ListedThread(
                                189021,
                                new ThreadHeader(43L, "Zweiter", "", false, false, false, false, false, 100, 12, 1),
                                Instant.ofEpochSecond(1674637246),
                                false));
    }

    @Test
    void readsAPageOfAThread() {
        var page = (ThreadPage) reader.thread(document("thread.xml"), 140831, 5528);

        assertThat(page.header())
                .isEqualTo(new ThreadHeader(
                        43L, "Gehirnsalat", "mit Soße", false, false, false, false, false, 5767761, 165797, 5528));
        assertThat(page.posts())
                .containsExactly(new Post(
                        1243000252,
                        new UserName(1224901, "csde_rats", 3L),
                        Instant.ofEpochSecond(1312055567),
                        2,
                        new Edit(new UserName(1224901, "csde_rats", null), Instant.ofEpochSecond(1312055985)),
                        54L,
                        new Avatar(59224L, "./avatare/german.gif"),
                        "",
                        "So ich hab mal angefangen: [URL]http://example.org/[/URL]\nund weiter",
                        false));
    }

    @Test
    void readsAPostThatLacksAllThatMayBeMissing() {
        assertThat(posts("""
                        <post id="7"><user id="1">a</user><date timestamp="5"/>
                        <message><edited count="0"/><content/></message><avatar><![CDATA[x.gif]]></avatar></post>
                        """))
                .containsExactly(new Post(
                        7,
                        new UserName(1, "a", null),
                        Instant.ofEpochSecond(5),
                        0,
                        null,
                        null,
                        new Avatar(null, "x.gif"),
                        "",
                        "",
                        false));
    }

    @Test
    void readsAHiddenPost() {
        assertThat(posts("""
                        <post id="7" is-hidden="texthidden"><user id="1">a</user><date timestamp="5"/><message/></post>
                        <post id="8" is-hidden="0"><user id="1">a</user><date timestamp="5"/></post>
                        """)).extracting(Post::hidden).containsExactly(true, false);
    }

    /** A {@code group-id} may first be seen with an editor. */
    @Test
    void readsAGroupIdSeenFirstInLastedit() {
        assertThat(posts("""
                        <post id="7"><user id="1">a</user><date timestamp="5"/><message><edited count="1"><lastedit>
                        <user id="2" group-id="9">Mod</user><date timestamp="6"/></lastedit></edited></message></post>
                        """))
                .extracting(Post::lastEdit)
                .containsExactly(new Edit(new UserName(2, "Mod", 9L), Instant.ofEpochSecond(6)));
    }

    @Test
    void saysWhichPostsOfAPageCannotBeRead() {
        var page = page("""
                        <post id="7"><user id="1">a</user><date timestamp="5"/></post>
                        <post><user id="1">a</user><date timestamp="5"/></post>
                        <post id="8"><date timestamp="5"/></post>
                        <post id="9"><user id="1">a</user></post>
                        <post id="10"><user id="1">a</user><date timestamp="5"/></post>
                        """);

        assertThat(page.posts()).extracting(Post::pid).containsExactly(7L, 10L);
        assertThat(page.unreadable())
                .extracting(UnreadableElement::description)
                .containsExactly("a post: no id", "post 8: no user", "post 9: no date");
        assertThat(page.unreadable().get(1).xml()).isEqualTo("<post id=\"8\"><date timestamp=\"5\"/></post>");
        assertThat(page.pids()).as("in the order shown").containsExactly(7, 8, 9, 10);
    }

    @Test
    void readsAnEmptyPagePastTheEnd() {
        var page = (ThreadPage) reader.thread(
                xml("<thread id=\"1\"><number-of-pages value=\"2\"/><posts page=\"3\" count=\"0\"/></thread>"), 1, 3);

        assertThat(page.posts()).isEmpty();
        assertThat(page.page()).isEqualTo(3);
    }

    @Test
    void pageZeroIsPageOne() {
        var page = (ThreadPage) reader.thread(xml("<thread id=\"1\"><posts page=\"0\" count=\"0\"/></thread>"), 1, 1);

        assertThat(page.page()).isEqualTo(1);
    }

    @Test
    void readsAThreadOfWhichNothingIsKnown() {
        var page = (ThreadPage) reader.thread(xml("<thread><posts/></thread>"), 1, 4);

        assertThat(page)
                .isEqualTo(new ThreadPage(
                        1,
                        4,
                        new ThreadHeader(null, "", "", false, false, false, false, false, 0, 0, 0),
                        null,
                        List.of()));
    }

    @Test
    void readsWhichPostAThreadsOwnPagePromises() {
        var page = (ThreadPage) reader.thread(
                xml("<thread><lastpost><post><date timestamp='7'/></post></lastpost><posts/></thread>"), 1, 1);

        assertThat(page.lastPostAt()).isEqualTo(Instant.ofEpochSecond(7));
    }

    @ParameterizedTest
    @CsvSource({
        "<invalid-thread/>, INVALID",
        "<thread-hidden/>, HIDDEN",
        "<no-access></no-access>, NO_ACCESS",
        "<?xml version='1.0'?><not-logged-in/>, NOT_LOGGED_IN"
    })
    void readsRefusalsOfThreads(String body, Refusal refusal) {
        assertThat(reader.thread(body.getBytes(UTF_8), 1, 1)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"<invalid-board/>, INVALID", "<no-access/>, NO_ACCESS"})
    void readsRefusalsOfBoards(String body, Refusal refusal) {
        assertThat(reader.board(body.getBytes(UTF_8), 1, 1)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "x", "", "99999999999999999999999"})
    void aCountThatIsNoneCountsAsMissing(String count) {
        var page = (ThreadPage) reader.thread(
                xml("<thread id=\"1\"><number-of-pages value=\"" + count + "\"/><posts/></thread>"), 1, 1);

        assertThat(page.header().pages()).isZero();
    }

    /** It would otherwise look as if all its posts had vanished. */
    @Test
    void refusesAThreadWithoutListOfPosts() {
        assertThatThrownBy(() -> reader.thread(xml("<thread id=\"1\"/>"), 1, 1))
                .hasMessage("a thread without list of posts");
    }

    @Test
    void refusesThePageOfAnotherThreadOrBoard() {
        assertThatThrownBy(() -> reader.thread(xml("<thread id=\"2\"><posts/></thread>"), 1, 1))
                .hasMessage("a page of thread 2");
        assertThatThrownBy(() -> reader.board(xml("<board id=\"2\"/>"), 1, 1)).hasMessage("a page of board 2");
    }

    @Test
    void knowsAnAnswerThatWasCutShort() {
        var whole = new String(document("thread.xml"), UTF_8);
        for (var length : new int[] {whole.length() - 3, whole.length() / 2, 120, 30, 0}) {
            assertThatThrownBy(() -> reader.thread(xml(whole.substring(0, length)), 140831, 1))
                    .as("%s characters", length)
                    .isInstanceOfSatisfying(
                            UnreadablePageException.class,
                            e -> assertThat(e.isTransient()).isTrue());
        }
    }

    private List<Post> posts(String posts) {
        return page(posts).posts();
    }

    private ThreadPage page(String posts) {
        return (ThreadPage)
                reader.thread(xml("<thread id=\"1\"><posts page=\"1\">" + posts + "</posts></thread>"), 1, 1);
    }

    private static byte[] xml(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] document(String name) {
        try (var in = Objects.requireNonNull(PageReaderTests.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
