package potstats2.crawler.source.bb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedBoard;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.ThreadHeader;
import potstats2.crawler.source.ThreadPage;
import potstats2.crawler.source.UnreadableElement;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.events.BoardObserved;
import potstats2.events.PostObserved.Avatar;

/** Texts that are not the XML they should be, and what they cost. */
class UnusualXmlTests {

    private final PageReader reader = new PageReader(1024 * 1024);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Caf&eacute;&nbsp;Eck       | Café\u00A0Eck
            &Auml;&uuml;&szlig;&euro;  | Äüß€
            &hearts;&NotEqualTilde;    | ♥≂̸
            &CounterClockwiseContourIntegral; | ∳
            &AMP;&LT;b&GT;&quot;&apos; | &<b>"'
            R&D                        | R&D
            a & b &                    | a & b &
            a && b                     | a && b
            &foo; &Eacutee; &;         | &foo; &Eacutee; &;
            &eacute &amp               | &eacute &amp
            ?a=1&copy=2&lt=3           | ?a=1&copy=2&lt=3
            &amp;amp; &amp;eacute;     | &amp; &eacute;
            &#x110000; &#99999999999;  | &#x110000; &#99999999999;
            &#; &#x; &#xg; &#12        | &#; &#x; &#xg; &#12
            &#233;&#xE9;&#XE9;         | ééé
            a&#0;b                     | ab
            a&#x1F;b                   | ab
            a&#11;b                    | ab
            a&#xFFFE;b                 | ab
            a&#xFFFF;b                 | ab
            a&#xD800;b                 | ab
            a&#xDE00;&#xD83D;b         | ab
            a&#xD83D;&#xDE00;b         | a😀b
            a&#55357;&#56832;b         | a😀b
            a < b                      | a < b
            <3                         | <3
            <- ->                      | <- ->
            a <b> c                    | a <b> c
            a <b>b</b> c               | a <b>b</b> c
            a <br/> c                  | a <br/> c
            </3                        | </3
            a <!-- b                   | a <!-- b
            a <!DOCTYPE b              | a <!DOCTYPE b
            a <? b                     | a <? b
            a ]]> b                    | a ]]> b
            <![CDATA[a ]]> b]]>        | a ]]> b
            <![CDATA[a & b]]> & c      | a & b & c
            <![CDATA[a]]><![CDATA[b]]>& | ab&
            a<!-- x -->&b              | a&b
            """)
    void aTextIsWhatItMeans(String xml, String meaning) {
        assertThat(title(xml)).isEqualTo(meaning);
        assertThat(listed("<title>" + xml + "</title>").header().title()).isEqualTo(meaning);
        assertThat(content(xml)).isEqualTo(meaning);
        assertThat(name(xml)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\r\n\t", "\u00A0", "\u0085", "\u1680\u2003\u202F\u205F\u3000\u2028\u2029"})
    void whiteSpaceAroundALineMeansNothing(String space) {
        for (var text :
                new String[] {space + "a b" + space, space + "<![CDATA[" + space + "a b" + space + "]]>" + space}) {
            assertThat(title(text)).isEqualTo("a b");
            assertThat(name(text)).isEqualTo("a b");
            assertThat(listed("<subtitle>" + text + "</subtitle>").header().subtitle())
                    .isEqualTo("a b");
            var boards = reader.boards(
                    xml("<categories><category id='1'><name>%1$s</name><description>%1$s</description>".formatted(text)
                            + "<boards><board id='2'><name>%1$s</name><description>%1$s</description></board>"
                                    .formatted(text)
                            + "</boards></category></categories>"));
            assertThat(boards.boards())
                    .containsExactly(
                            new ListedBoard(2, "a b", "a b", new BoardObserved.Category(1, "a b", "a b"), 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" a\n ", "\n", " ", "\u00A0a\u3000", "a\n\n\nb"})
    void aContentIsKeptAsItIs(String content) {
        assertThat(content("<![CDATA[" + content + "]]>")).isEqualTo(content);
    }

    @Test
    void newAttributesOfATextAreIgnored() {
        var page = page("<post id='1' new='1'><user id='1' new='1'>a</user><date timestamp='5' new='1'/>"
                + "<message><content new='1'>c</content></message><avatar new='1'>x.gif</avatar></post>"
                + "<post id='2' new='1'><user id='1' new='1'>a & b</user><date timestamp='5' new='1'/>"
                + "<message><content new='1'>c & d</content></message><avatar new='1'>x.gif</avatar></post>");

        assertThat(page.posts())
                .extracting(post -> post.poster().name() + ", " + post.content())
                .containsExactly("a, c", "a & b, c & d");
    }

    @Test
    void aTitleThatDoesNotEndCostsNothingElse() {
        var thread = listed("<title>a & b <subtitle>c</subtitle><number-of-replies value='3'/>");

        assertThat(thread.header().title()).isEqualTo("a & b");
        assertThat(thread.header().subtitle()).isEqualTo("c");
        assertThat(thread.header().replies()).isEqualTo(3);
    }

    @Test
    void aSectionThatDoesNotEndCostsNothingElse() {
        var thread = listed("<title><![CDATA[a</title><subtitle>c</subtitle>");

        assertThat(thread.header().title()).isEqualTo("a");
        assertThat(thread.header().subtitle()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<post id='2'><user id='1'>b</user><date timestamp='6></date></post>",
                "<post id='2'><user id='1' id='1'>b</user><date timestamp='6'/></post>",
                "<post id='2'><user id='1'>b</user><date timestamp='6'/><message></post>",
                "<post id='2'><user id='1'>b</user><date timestamp='6'/>",
                "<post id='2'><user id='1'>b</user><date timestamp='6'/></message></post>",
                "<post id='2'><user id='1'>b</user><date timestamp='99999999999999'/></post>",
                "<post id='2'><user id='-1'>b</user><date timestamp='6'/></post>",
                "<post id='2'/>",
            })
    void aPostThatCannotBeReadCostsNoOther(String broken) {
        var page = page(post(1, "a") + broken + post(3, "c & d"));

        assertThat(page.header().title()).isEqualTo("T");
        assertThat(page.posts()).extracting(Post::content).contains("a", "c & d");
        assertThat(page.unreadable().stream().map(UnreadableElement::xml))
                .isSubsetOf(broken)
                .hasSize(3 - page.posts().size());
        assertThat(page.pids()).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhichThreadOfAListCannotBeRead() {
        var page = (BoardPage) reader.board(
                xml("<board id='5'><name>R&D</name><number-of-threads value='3'/><threads page='1'>"
                        + "<thread id='1'><title>a</title></thread><thread><title>b</title></thread>"
                        + "<thread id='3'><title>c</title><flags><is-closed value='1'></thread>"
                        + "<thread id='4'><title>d &hearts;</title></thread></threads></board>"),
                5,
                1);

        assertThat(page.numberOfThreads()).isEqualTo(3);
        assertThat(page.threads()).extracting(ListedThread::tid).containsExactly(1L, 4L);
        assertThat(page.unreadable()).extracting(UnreadableElement::name).containsOnly("thread");
        assertThat(page.unreadable()).extracting(UnreadableElement::id).containsExactly(null, 3L);
        assertThat(page.unreadable().get(0).description()).isEqualTo("a thread: no id");
        assertThat(page.unreadable().get(1).description()).startsWith("thread 3: no readable XML");
    }

    @Test
    void saysWhichBoardCannotBeRead() {
        var list = reader.boards(xml("<categories><category id='-1'><name>A & O</name><boards>"
                + "<board id='1'><name>a</name></board><board id='x'><name>b</name></board></boards></category>"
                + "<category id='2'><name>C</name><boards><board id='3'><name><b>c</b></name></board>"
                + "<board id='4'><name>d</name></boards></category></categories>"));

        assertThat(list.boards()).extracting(ListedBoard::bid).containsExactly(1L, 3L);
        assertThat(list.boards()).extracting(board -> board.category().name()).containsExactly("A & O", "C");
        assertThat(list.boards().get(0).category().cid()).isZero();
        assertThat(list.unreadable())
                .extracting(UnreadableElement::description)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("a board: id is no number"),
                        second -> assertThat(second).startsWith("board 4: no readable XML"));
    }

    /** Values that no post needs. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999999999999", "-9223372036854775808", "x", "", "1.5"})
    void anAbsurdValueCostsItself(String value) {
        var page = (ThreadPage) reader.thread(
                xml(("<thread id='%1$s'><title>T</title><number-of-replies value='%1$s'/><number-of-hits value='%1$s'/>"
                                + "<number-of-pages value='%1$s'/><in-board id='%1$s'/><flags><is-closed value='%1$s'/></flags>"
                                + "<posts page='%1$s'><post id='7'><user id='1' group-id='%1$s'>a</user><date timestamp='5'/>"
                                + "<icon id='%1$s'/><message><edited count='%1$s'><lastedit><user id='%1$s'>b</user>"
                                + "<date timestamp='%1$s'/></lastedit></edited><content>c</content></message>"
                                + "<avatar id='%1$s'>x.gif</avatar></post></posts></thread>")
                        .formatted(value)),
                1,
                4);

        assertThat(page.unreadable()).isEmpty();
        assertThat(page.page()).isEqualTo(4);
        assertThat(page.header())
                .isEqualTo(new ThreadHeader(null, "T", "", false, false, false, false, false, 0, 0, 0));
        assertThat(page.posts().get(0).observed(1, Instant.EPOCH).content()).isEqualTo("c");
        assertThat(page.posts().get(0).editCount()).isZero();
        assertThat(page.posts().get(0).avatar()).isEqualTo(new Avatar(null, "x.gif"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2208988801", "253402300800", "99999999999999", "9223372036854775808", "x"})
    void aDateThatNoPostHasCostsThePost(String timestamp) {
        var post = "<post id='7'><user id='1'>a</user><date timestamp='%s'/></post>".formatted(timestamp);

        assertThat(page(post + post(8, "b")).unreadable())
                .singleElement()
                .satisfies(unreadable -> assertThat(unreadable.description()).startsWith("post 7: date is "))
                .satisfies(unreadable -> assertThat(unreadable.xml()).isEqualTo(post));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775808", "99999999999999"})
    void anAbsurdLastPostCostsTheClaim(String timestamp) {
        var thread = listed("<lastpost><post><date timestamp='%s'/></post></lastpost>".formatted(timestamp));

        assertThat(thread.lastPostAt() == null || thread.lastPostAt().getEpochSecond() == -1)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<date>1.1.2010</date>",
                "<flags>none</flags>",
                "<number-of-hits>5</number-of-hits>",
                "<lastpost>x</lastpost>"
            })
    void aTextInPlaceOfElementsCostsThem(String element) {
        assertThat(listed(element).tid()).isEqualTo(1);
    }

    @Test
    void aPageWithoutItsFrameIsUnreadable() {
        assertThatThrownBy(() -> reader.thread(
                        xml("<thread id='1'><flags><posts page='1'>" + post(1, "a") + "</posts></thread>"), 1, 1))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageStartingWith("no readable XML");
    }

    /** What repairs must not take longer than what reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "<",
                "<a",
                "<title>",
                "<![CDATA[",
                "<!--",
                "<post>",
                "</post>",
                "&#",
                "]]>",
                "<title><![CDATA["
            })
    void aMegabyteOfAnythingIsReadInNoTime(String repeated) {
        var body = "<thread id='1'><posts page='1'><post id='1'><title>" + repeated.repeat(900_000 / repeated.length())
                + "</title></post></posts></thread>";

        assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                reader.thread(xml(body), 1, 1);
            } catch (UnreadablePageException e) {
                assertThat(e).hasMessageNotContaining("out of");
            }
        });
    }

    private String title(String xml) {
        return ((ThreadPage)
                        reader.thread(xml("<thread id='1'><title>" + xml + "</title><posts page='1'/></thread>"), 1, 1))
                .header()
                .title();
    }

    private String name(String xml) {
        return page("<post id='1'><user id='1'>" + xml + "</user><date timestamp='5'/></post>")
                .posts()
                .get(0)
                .poster()
                .name();
    }

    private String content(String xml) {
        return page(post(1, xml)).posts().get(0).content();
    }

    private ListedThread listed(String inside) {
        return ((BoardPage) reader.board(
                        xml("<board id='5'><threads page='1'><thread id='1'>" + inside + "</thread></threads></board>"),
                        5,
                        1))
                .threads()
                .get(0);
    }

    private ThreadPage page(String posts) {
        return (ThreadPage) reader.thread(
                xml("<thread id='1'><title>T</title><posts page='1'>" + posts + "</posts></thread>"), 1, 1);
    }

    private static String post(int pid, String content) {
        return "<post id='%s'><user id='1'>a</user><date timestamp='5'/><message><content>%s</content></message></post>"
                .formatted(pid, content);
    }

    private static byte[] xml(String text) {
        return text.getBytes(UTF_8);
    }
}
