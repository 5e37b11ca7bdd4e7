package potstats2.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.Profile;
import potstats2.simulator.forum.SimulatedThread;

class HtmlPagesTests {

    private static String text(ByteBuffer page) {
        return Charset.forName("ISO-8859-15").decode(page).toString();
    }

    private static SimulatedThread thread(Access access, List<String> tags) {
        var mark = new SimulatedThread.Mark(1, 2, "x", 3, Instant.EPOCH, null, 5, "y", 14);
        return new SimulatedThread(
                5, 14, "Für 5 € 😀", "", access, false, false, false, false, false, 1, 0, 1, mark, null, tags);
    }

    @Test
    void tagsAreTheLinksInsideTheForm() {
        assertThat(text(HtmlPages.thread(thread(Access.READABLE, List.of("Q&A", "Möbel")))))
                .contains("<title>Für 5 € &#128512;</title>")
                .contains("<form action='thread.php?TID=5&set_thread_groups=1' method='post'>")
                .contains(">Q&amp;A</a>", ">Möbel</a>");
    }

    @Test
    void withoutTagsThereIsNoForm() {
        assertThat(text(HtmlPages.thread(thread(Access.READABLE, List.of())))).doesNotContain("set_thread_groups");
        assertThat(text(HtmlPages.thread(thread(Access.GONE, List.of("Möbel")))))
                .doesNotContain("set_thread_groups");
        assertThat(text(HtmlPages.thread(null))).contains("gibt es nicht");
    }

    @Test
    void aProfileHasRowsAndRankImages() {
        assertThat(text(HtmlPages.profile(profile(LocalDateTime.of(2019, 1, 2, 3, 4), false), "7")))
                .startsWith(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<!-- UID 7 -->\n<!-- P 20 -->\n<!-- L 0 -->")
                .contains("<td class=\"attrn\">Benutzername:</td><td class=\"attrv\">[Höhlenmensch] &amp; Söhne</td>")
                .contains("<td class=\"attrn\">Dabei seit:</td><td class=\"attrv\">31.12.2004 23:59 (")
                .contains("<td class=\"attrn\">Zuletzt im Board:</td><td class=\"attrv\">02.01.2019 03:04 (")
                .contains("<td class=\"attrn\">Status:</td><td class=\"attrv\">online</td>")
                .contains("<td class=\"attrn\">Accountstatus:</td><td class=\"attrv\">aktiv</td>")
                .contains("<td class=\"vam avatar\">", "<span class=\"rang\">Legende</span>")
                .contains("<img src=\"http://forum.mods.de/bb/img/rank/rot.gif\" alt=\"*\" />");
    }

    @Test
    void newerProfilesLeaveTheSchemeOut() {
        assertThat(text(HtmlPages.profile(profile(null, true), "7")))
                .contains("<td class=\"attrv\"><em>privat</em></td>")
                .contains("<img src=\"//forum.mods.de/bb/img/rank/rot.gif\" alt=\"*\" />");
    }

    @Test
    void aMissingUserIsNamed() {
        assertThat(text(HtmlPages.profile(null, "12"))).isEqualTo("Benutzer 12 nicht gefunden!");
    }

    private static Profile profile(@Nullable LocalDateTime lastSeenAt, boolean newerMarkup) {
        return new Profile(
                7,
                "[Höhlenmensch] & Söhne",
                LocalDateTime.of(2004, 12, 31, 23, 59),
                lastSeenAt,
                "",
                "online",
                "aktiv",
                null,
                "Legende",
                List.of("links", "rot", "rechts"),
                20,
                newerMarkup);
    }
}
