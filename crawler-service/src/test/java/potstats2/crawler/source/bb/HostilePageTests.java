package potstats2.crawler.source.bb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.source.ThreadAnswer;
import potstats2.crawler.source.ThreadPage;
import potstats2.crawler.source.UnreadablePageException;

/** What the forum, or whoever speaks in its place, may send. */
class HostilePageTests {

    private static final int LIMIT = 1024 * 1024;

    private final PageReader reader = new PageReader(LIMIT);

    @Test
    void refusesAnEntityBomb() {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE thread [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%s \"&a%s;&a%s;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><thread id=\"1\"><title>&a39;</title><posts/></thread>");

        assertUnreadable(bomb.toString(), "a document type is declared");
    }

    @Test
    void neverOpensAnExternalEntity(@TempDir Path directory) throws Exception {
        var secret = Files.writeString(directory.resolve("secret"), "secret");

        assertUnreadable(
                "<!DOCTYPE thread [<!ENTITY x SYSTEM \"%s\">]><thread><title>&x;</title><posts/></thread>"
                        .formatted(secret.toUri()),
                "a document type is declared");
        assertUnreadable(
                "<!DOCTYPE thread SYSTEM \"%s\"><thread/>".formatted(secret.toUri()), "a document type is declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>Wartung", "<html>\n<p>Wartung</html>", "<HTML><br>&nbsp;"})
    void knowsHtmlInPlaceOfXml(String body) {
        assertUnreadable(body, "HTML in place of XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fatal error: out of memory", "<rss/>", "{\"a\":1}", "<thread><a></b></thread>"})
    void refusesWhatIsNoPage(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnreadablePageException.class)
                .isNotInstanceOf(TruncatedPageException.class);
    }

    @Test
    void refusesTextBeyondTheLimit() {
        assertThatThrownBy(() -> read("<thread><title>" + "x".repeat(LIMIT) + "</title><posts/></thread>"))
                .isInstanceOf(UnreadablePageException.class);
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> read("<thread>" + "<a>".repeat(100_000)))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("Element Depth");
    }

    @Test
    void refusesElementsBuriedInAttributes() {
        var attributes = new StringBuilder();
        for (var i = 0; i < 10_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertThatThrownBy(() -> read("<thread" + attributes + "/>")).isInstanceOf(UnreadablePageException.class);
    }

    /** A control character in one post once stopped the crawl for ever. */
    @Test
    void dropsCharactersThatXmlForbids() {
        assertThat(title("a\0b\u0001c\u000Bd\u001Fe\uFFFEf\uFFFFg\th\ni")).isEqualTo("abcdefg\th\ni");
        assertThat(title("<![CDA\0TA[x\0y]]>")).isEqualTo("xy");
        assertThat(title("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void dropsReferencesToForbiddenCharacters() {
        assertThat(title("a&#0;b&#x1F;c&#xD800;d&#xFFFF;e&#65;&#x1F600;&#10;f")).isEqualTo("abcdeA\uD83D\uDE00\nf");
    }

    @Test
    void keepsInCdataWhatLooksLikeAReference() {
        assertThat(title("&#0;<![CDATA[a&#0;b]]>&#0;<![CDATA[&#x1;]]>c")).isEqualTo("a&#0;b&#x1;c");
    }

    @Test
    void replacesMalformedBytes() {
        var page = reader.thread("<thread><title>a\u00E4b</title><posts/></thread>".getBytes(ISO_8859_1), 1, 1);

        assertThat(((ThreadPage) page).header().title()).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "UTF-8", "ISO-8859-15", "iso-8859-1", "windows-1252"})
    void decodesByTheDeclaration(String encoding) {
        var body = "<?xml version='1.0' encoding='%s'?><thread><title>Gr\u00F6\u00DFe</title><posts/></thread>"
                .formatted(encoding)
                .getBytes(Charset.forName(encoding));

        assertThat(((ThreadPage) reader.thread(body, 1, 1)).header().title()).isEqualTo("Gr\u00F6\u00DFe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "no such thing", "x-klingon", ""})
    void readsUtf8WhereTheDeclarationIsWrong(String encoding) {
        assertThat(((ThreadPage) read(
                                "<?xml version=\"1.0\" encoding=\"%s\"?><thread><title>\u00F6</title><posts/></thread>"
                                        .formatted(encoding)))
                        .header()
                        .title())
                .isEqualTo("\u00F6");
    }

    @Test
    void obeysByteOrderMarks() {
        assertThat(title("\u00F6")).isEqualTo("\u00F6");
        assertThat(((ThreadPage) read("\uFEFF<thread><title>\u00F6</title><posts/></thread>"))
                        .header()
                        .title())
                .isEqualTo("\u00F6");
        var wide = "<?xml version=\"1.0\" encoding=\"utf-16\"?><thread><title>\u00F6</title><posts/></thread>"
                .getBytes(UTF_16);
        assertThat(((ThreadPage) reader.thread(wide, 1, 1)).header().title()).isEqualTo("\u00F6");
    }

    @Test
    void readsPastWhatStandsAroundTheDocument() {
        assertThat(((ThreadPage) read(
                                "\n\0 <?xml version='1.0'?><thread><title>x</title><posts/></thread>\nNotice: y <br>"))
                        .header()
                        .title())
                .isEqualTo("x");
    }

    private String title(String xml) {
        return ((ThreadPage) read("<thread><title>" + xml + "</title><posts/></thread>"))
                .header()
                .title();
    }

    private ThreadAnswer read(String body) {
        return reader.thread(body.getBytes(UTF_8), 1, 1);
    }

    private void assertUnreadable(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessage(message);
    }
}
