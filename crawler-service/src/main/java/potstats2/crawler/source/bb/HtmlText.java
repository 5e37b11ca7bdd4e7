package potstats2.crawler.source.bb;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import potstats2.crawler.source.UnreadablePageException;

/** The characters of an HTML page of the forum. */
final class HtmlText {

    private static final Charset CHARSET = Charset.forName("ISO-8859-15");
    private static final Pattern END = Pattern.compile("</html\\s*>", Pattern.CASE_INSENSITIVE);

    private HtmlText() {}

    /** Without the characters that no page should hold. */
    static String of(byte[] body) {
        return XmlText.withoutForbidden(CharBuffer.wrap(new String(body, CHARSET).toCharArray()))
                .toString();
    }

    /**
     * Nothing else tells a page that was cut on its way from one that has no more to say.
     *
     * @throws UnreadablePageException if the page has no end
     */
    static void requireEnd(String html) {
        if (!END.matcher(html).find()) {
            throw new TruncatedPageException();
        }
    }
}
