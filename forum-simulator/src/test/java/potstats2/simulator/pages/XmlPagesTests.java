package potstats2.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import potstats2.simulator.ParsedXml;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.BoardPage;
import potstats2.simulator.forum.ForumShape;
import potstats2.simulator.forum.Oddity;
import potstats2.simulator.forum.SimulatedBoard;
import potstats2.simulator.forum.SimulatedPost;
import potstats2.simulator.forum.SimulatedThread;
import potstats2.simulator.forum.SimulatedUser;
import potstats2.simulator.forum.ThreadPage;

class XmlPagesTests {

    private static final Instant POSTED = Instant.ofEpochSecond(1312055567);

    private final XmlPages plain = pages(Set.of());

    private static XmlPages pages(Set<Oddity> oddities) {
        return new XmlPages(new ForumShape(1, 1, Instant.parse("2020-01-01T00:00:00Z"), oddities));
    }

    private static SimulatedThread.Mark mark() {
        return new SimulatedThread.Mark(1243000252, 1224901, "csde_rats", 3, POSTED, 54, 140831, "Gehirnsalat", 43);
    }

    private static SimulatedThread thread(Access access) {
        return new SimulatedThread(
                140831,
                43,
                "Gehirnsalat",
                "",
                access,
                false,
                true,
                false,
                false,
                true,
                5767761,
                165797,
                5528,
                mark(),
                null,
                List.of());
    }

    private static SimulatedBoard board(Access access) {
        return new SimulatedBoard(
                43,
                "Püblic <Offtopic>",
                "",
                new SimulatedBoard.Category(6, "Allgemeines", "Seitenübergreifende Themen"),
                access,
                4497,
                220990,
                mark(),
                List.of(new SimulatedUser(2822, "Insaniac", List.of())));
    }

    private static SimulatedPost post(String content, boolean hidden) {
        return new SimulatedPost(
                1243000252,
                140831,
                43,
                1224901,
                "csde_rats",
                3,
                POSTED,
                2,
                new SimulatedPost.Edit(2822, "Insaniac", 6, Instant.ofEpochSecond(1312055985)),
                hidden ? null : 54,
                new SimulatedPost.Avatar(59224, "./avatare/german.gif"),
                "",
                content,
                hidden);
    }

    private static ThreadPage page(SimulatedPost... posts) {
        return new ThreadPage(thread(Access.READABLE), 5528, 165810, List.of(posts));
    }

    private static String text(ByteBuffer page) {
        return StandardCharsets.UTF_8.decode(page).toString();
    }

    private static ParsedXml parsed(ByteBuffer page) throws SAXException {
        byte[] bytes = new byte[page.remaining()];
        page.get(bytes);
        return ParsedXml.of(bytes);
    }

    @Test
    void aPostLooksAsInTheForum() {
        var page = text(plain.thread(page(post("So [URL]http://example.org/[/URL] …", false))));

        assertThat(page)
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<thread ")
                .contains("current-user-id=\"0\" id=\"140831\">")
                .contains("""
                        <number-of-replies value='165797' />
                        <number-of-hits value='5767761' />
                        <number-of-pages value='5528' />
                        """)
                .contains("""
                        <posts page="5528" offset="165810" count="1">
                        <post id="1243000252">
                        <user id="1224901" group-id="3"><![CDATA[csde_rats]]></user>
                        <date timestamp="1312055567">30.07.2011 21:52:47</date>
                        <icon id="54" />
                        <message>
                        <edited count="2">
                        <lastedit>
                        <user id="2822\"""")
                .contains("""
                        <date timestamp="1312055985">30.07.2011 21:59:45</date>
                        </lastedit>
                        </edited>
                        <content><![CDATA[So [URL]http://example.org/[/URL] …]]></content>
                        <title></title>
                        </message>
                        <avatar id="59224"><![CDATA[./avatare/german.gif]]></avatar>
                        <in-thread id="140831"><![CDATA[Gehirnsalat]]></in-thread>
                        <in-board id="43" />
                        </post>
                        """);
    }

    @Test
    void anyContentComesBackAsItWas() throws SAXException {
        for (String content : List.of("a]]>b]]>]]", "😀 <b>&amp; ü€", "]]", "\n x \n")) {
            var parsed = parsed(plain.thread(page(post(content, false))));
            assertThat(parsed.at("posts", "post", "message", "content").text()).isEqualTo(content);
        }
    }

    @Test
    void aHiddenPostIsMarkedAndEmpty() throws SAXException {
        var post = parsed(plain.thread(page(post("", true)))).at("posts", "post");

        assertThat(post.attribute("is-hidden")).isEqualTo("texthidden");
        assertThat(post.at("message", "content").text()).isEmpty();
        assertThat(post.child("icon")).isEmpty();
        assertThat(text(plain.thread(page(post("", false))))).contains("<content/>");
    }

    @Test
    void forbiddenCharactersAreSentRaw() throws SAXException {
        var odd = pages(EnumSet.of(Oddity.CONTROL_CHARACTERS));
        var seen = new HashSet<Integer>();
        for (int pid = 0; pid < 2000; pid++) {
            var post = new SimulatedPost(pid, 1, 1, 1, "x", 3, POSTED, 0, null, null, null, "", "😀 Text", false);
            text(odd.thread(page(post)))
                    .chars()
                    .filter(c -> (c < 0x20 && c != '\n') || c == 0xFFFE)
                    .forEach(seen::add);
            assertThat(parsed(odd.thread(page(post)))
                            .at("posts", "post", "message", "content")
                            .text())
                    .isEqualTo("😀 Text");
        }
        assertThat(seen).contains(0, 1, 0xB, 0xFFFE);
    }

    @Test
    void missingAndExtraElementsDoNotTouchWhatCounts() throws SAXException {
        var odd = pages(EnumSet.of(Oddity.MISSING_ELEMENTS, Oddity.EXTRA_ELEMENTS));
        var sizes = new HashSet<Integer>();
        for (int pid = 0; pid < 200; pid++) {
            var post = new SimulatedPost(
                    pid, 1, 1, 5, "x", 3, POSTED, 0, null, 40, new SimulatedPost.Avatar(1, "y"), "", "Text", false);
            var parsed = parsed(odd.thread(page(post))).at("posts", "post");
            sizes.add(text(odd.thread(page(post))).length());
            assertThat(parsed.at("user").number("id")).isEqualTo(5);
            assertThat(parsed.at("message", "content").text()).isEqualTo("Text");
        }
        assertThat(sizes).hasSizeGreaterThan(8);
    }

    @Test
    void aBoardsPageListsItsThreads() throws SAXException {
        var page = new BoardPage(board(Access.READABLE), 1, 0, List.of(thread(Access.READABLE)));
        var parsed = parsed(plain.board(page, true, false));

        assertThat(parsed.number("id")).isEqualTo(43);
        assertThat(parsed.at("name").text()).isEqualTo("Püblic <Offtopic>");
        assertThat(parsed.at("threads").attribute("with-stickies")).isEqualTo("1");
        assertThat(parsed.at("threads").attribute("with-globals")).isEqualTo("0");
        var thread = parsed.at("threads", "thread");
        assertThat(thread.at("flags", "is-sticky").attribute("value")).isEqualTo("1");
        assertThat(thread.at("flags", "is-closed").attribute("value")).isEqualTo("0");
        assertThat(thread.at("firstpost", "post", "icon").number("id")).isEqualTo(54);
        assertThat(thread.child("lastpost")).isEmpty();
    }

    @Test
    void theBoardListIsGroupedByCategory() throws SAXException {
        var parsed = parsed(plain.boards(List.of(board(Access.READABLE), board(Access.NO_ACCESS))));

        assertThat(parsed.name()).isEqualTo("categories");
        assertThat(parsed.number("count")).isEqualTo(1);
        var boards = parsed.at("category", "boards");
        assertThat(boards.number("count")).isEqualTo(2);
        assertThat(boards.at("board", "lastpost", "post", "in-thread").text()).isEqualTo("Gehirnsalat");
        assertThat(boards.at("board", "moderators", "user").number("id")).isEqualTo(2822);
    }

    @Test
    void whatCannotBeReadIsSaidInOneElement() throws SAXException {
        assertThat(parsed(plain.board(null, true, true)).name()).isEqualTo("invalid-board");
        assertThat(parsed(plain.board(new BoardPage(board(Access.NO_ACCESS), 1, 0, List.of()), true, true))
                        .name())
                .isEqualTo("no-access");
        assertThat(answerTo(null)).isEqualTo("invalid-thread");
        assertThat(answerTo(Access.GONE)).isEqualTo("invalid-thread");
        assertThat(answerTo(Access.HIDDEN)).isEqualTo("thread-hidden");
        assertThat(answerTo(Access.MEMBERS_ONLY)).isEqualTo("not-logged-in");
        assertThat(answerTo(Access.NO_ACCESS)).isEqualTo("no-access");
    }

    private String answerTo(@Nullable Access access) throws SAXException {
        return parsed(plain.thread(access == null ? null : new ThreadPage(thread(access), 1, 0, List.of())))
                .name();
    }
}
