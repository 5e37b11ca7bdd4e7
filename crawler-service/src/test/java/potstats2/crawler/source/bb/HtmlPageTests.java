package potstats2.crawler.source.bb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.events.ProfileObserved;
import potstats2.events.ProfileObserved.AccountState;

class HtmlPageTests {

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @Test
    void readsTags() {
        assertThat(tags("""
                        <html><form action='search.php?a=1&b=2' method='post'><a href='x'>Suche</a></form>
                        <form action='thread.php?TID=7&set_thread_groups=1' method='post'>
                        Tags: <a href='y?a=1&b=2'>Salat</a>, <a>R&D</a>, <a>Größe &amp; €</a> <input></form>
                        <form><a>nein</a></form></html>
                        """)).containsExactly("Salat", "R&D", "Größe & €");
    }

    @Test
    void noFormOfTagsMeansNone() {
        assertThat(tags("<html><a href='thread.php?TID=7&page=1'>Antworten</a></html>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><p>Wartung</html>",
                "<html><a href='thread.php?TID=70&page=1'>ein anderer</a></html>",
                "<!doctype html><main>Neues Gewand</main></html>"
            })
    void aPageWithoutTheThreadAndWithoutFormSaysNothingOfTags(String page) {
        assertThat(TagReader.tags(latin(page), 7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><a href='thread.php?TID=7'>",
                "",
                "{}",
                "<html><form action='thread.php?TID=70&set_thread_groups=1'><a>Salat</a></form></html>"
            })
    void aPageThatWasCutOrHasAnotherThreadsTagsIsNoPageWithoutTags(String page) {
        assertThatThrownBy(() -> tags(page)).isInstanceOf(UnreadablePageException.class);
    }

    @Test
    void readsAProfile() {
        var page = profilePage(
                rows("31.12.2004 23:59 (vor 19 Jahren)", "01.02.2023 10:00 (vor kurzem)", "online", "aktiv"),
                "links",
                "gruen",
                "gruen",
                "gruen",
                "schwarz",
                "empty",
                "empty",
                "empty",
                "rechts");

        assertThat(profile(page))
                .isEqualTo(new ProfileObserved(
                        1224901,
                        "csde_rats & €",
                        LocalDateTime.parse("2004-12-31T23:59"),
                        LocalDateTime.parse("2023-02-01T10:00"),
                        "online",
                        AccountState.ACTIVE,
                        null,
                        "Mitglied",
                        List.of("gruen", "gruen", "gruen", "schwarz", "empty", "empty", "empty"),
                        true,
                        true,
                        NOW));
    }

    /** Text after the last-seen date once broke the crawl. */
    @Test
    void readsAProfileWithTextAfterTheLastSeenDate() {
        var profile = profile(profilePage(
                rows("31.12.2004 23:59", "01.02.2023 10:00 (vor kurzem) im Forum: <a>Public</a>", "", "aktiv")));

        assertThat(profile.lastSeenAt()).isEqualTo(LocalDateTime.parse("2023-02-01T10:00"));
        assertThat(profile.online()).isEqualTo("(vor kurzem) im Forum: Public");
    }

    @Test
    void readsAPrivateProfile() {
        var profile = profile(profilePage(rows("31.12.2004 23:59", "<em>privat</em>", "", "aktiv")));

        assertThat(profile.lastSeenAt()).isNull();
        assertThat(profile.online()).isEqualTo("privat");
    }

    /** An odd number of rank images once broke the crawl. */
    @Test
    void readsAProfileWithAnyNumberOfRankImages() {
        var rows = rows("31.12.2004 23:59", "<em>privat</em>", "", "aktiv");

        assertThat(profile(profilePage(rows)).rankBars()).isEmpty();
        var odd = profile(profilePage(rows, "rot", "blau", "hellblau", "orange"));
        assertThat(odd.rankBars()).containsExactly("rot", "blau", "hellblau", "orange");
        assertThat(odd.standardRank()).isFalse();
    }

    @Test
    void readsRankImagesOfNewerPages() {
        var page = profilePage(rows("31.12.2004 23:59", "<em>privat</em>", "", "aktiv"), "rot")
                .replace("http://forum", "//forum");

        assertThat(profile(page).rankBars()).containsExactly("rot");
    }

    @ParameterizedTest
    @CsvSource({
        "aktiv, ACTIVE,",
        "gesperrt, LOCKED,",
        "gesperrt bis 01.02.2019, LOCKED, 2019-02-01",
        "gesperrt bis 31.02.x, LOCKED,",
        "noch nicht freigeschaltet, NOT_YET_ACTIVATED,",
        "unterwegs, UNKNOWN,"
    })
    void readsTheStateOfTheAccount(String text, AccountState state, LocalDate lockedUntil) {
        var profile = profile(profilePage(rows("31.12.2004 23:59", "<em>privat</em>", "", text)));

        assertThat(profile.account()).isEqualTo(state);
        assertThat(profile.lockedUntil()).isEqualTo(lockedUntil);
    }

    @Test
    void knowsThatThereIsNoSuchUser() {
        var profile = profile("Benutzer 1224901 nicht gefunden!");

        assertThat(profile.exists()).isFalse();
    }

    @Test
    void aNameMayShadowANumber() {
        var page = profilePage(rows("31.12.2004 23:59", "<em>privat</em>", "", "aktiv"));

        assertThat(ProfileReader.profile(latin(page), 5, NOW)).isEmpty();
    }

    @Test
    void anotherPageIsNoProfile() {
        assertThatThrownBy(() -> profile("<html><p>Wartung</html>"))
                .isInstanceOfSatisfying(
                        UnreadablePageException.class,
                        e -> assertThat(e.isTransient()).isTrue());
        assertThatThrownBy(() -> profile(profilePage("").replace("</html>", "")))
                .isInstanceOfSatisfying(
                        UnreadablePageException.class,
                        e -> assertThat(e.isTransient()).isTrue());
    }

    private static String rows(String since, String lastSeen, String status, String account) {
        return row("Benutzername:", "csde_rats &amp; €")
                + row("Dabei seit:", since)
                + row("Zuletzt im Board:", lastSeen)
                + row("Status:", status)
                + row("Accountstatus:", account);
    }

    private static String row(String key, String value) {
        return "<tr><td class=\"attrn\">%s</td><td class=\"attrv\">%s</td></tr>\n".formatted(key, value);
    }

    private static String profilePage(String rows, String... bars) {
        var images = new StringBuilder("<img src=\"http://forum.mods.de/bb/avatare/1.gif\" alt=\"\" />");
        for (var bar : bars) {
            images.append("<img src=\"http://forum.mods.de/bb/img/rank/%s.gif\" alt=\"*\" />".formatted(bar));
        }
        return """
               <html xmlns="http://www.w3.org/1999/xhtml">
               <!-- UID 1224901 -->
               <!-- P 20 -->
               <!-- L 0 -->
               <body><div id="content"><table>
               <tr><td class="vam avatar">%s<span class="rang">Mitglied</span></td></tr>
               %s</table></div></body></html>
               """.formatted(images, rows);
    }

    private static List<String> tags(String page) {
        return TagReader.tags(latin(page), 7).orElseThrow();
    }

    private static ProfileObserved profile(String page) {
        return ProfileReader.profile(latin(page), 1224901, NOW).orElseThrow();
    }

    private static byte[] latin(String page) {
        return page.getBytes(Charset.forName("ISO-8859-15"));
    }
}
