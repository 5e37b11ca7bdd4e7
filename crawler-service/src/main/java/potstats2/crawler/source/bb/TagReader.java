package potstats2.crawler.source.bb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import potstats2.crawler.source.UnreadablePageException;

/** Reads a thread's tags from its HTML page, the only place that shows them. */
public final class TagReader {

    private static final String MARK = "set_thread_groups=1";
    private static final String END = "</form>";
    private static final Pattern OWN = Pattern.compile("TID=(\\d+)");

    private TagReader() {}

    /**
     * The tags in the order shown; no form of tags means none.
     *
     * @return absent where the page never mentions the thread, as its own page does in many links, and has no form either
     * @throws UnreadablePageException if the form is another thread's, or the page is cut short
     */
    public static Optional<List<String>> tags(byte[] body, long tid) {
        var html = HtmlText.of(body);
        HtmlText.requireEnd(html);
        var mark = html.indexOf(MARK);
        var start = mark < 0 ? -1 : html.lastIndexOf("<form", mark);
        var isOwn = OWN.matcher(html).results().anyMatch(link -> link.group(1).equals(Long.toString(tid)));
        if (start < 0) {
            return isOwn ? Optional.of(List.of()) : Optional.empty();
        }
        if (!isOwn) {
            throw new OtherPageException("not the page of thread " + tid);
        }
        var end = html.indexOf(END, mark);
        // The form alone: parsing the whole page would cost more than all else that is done for it.
        return Optional.of(Jsoup.parseBodyFragment(html.substring(start, end < 0 ? html.length() : end + END.length()))
                .select("form[action*=" + MARK + "] a")
                .stream()
                .map(Element::text)
                .map(WhiteSpace::strip)
                .filter(tag -> !tag.isEmpty())
                .toList());
    }
}
