package potstats2.crawler.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads a thread's tags from its HTML page, the only place that shows them. */
public final class TagReader {

    private static final String MARK = "set_thread_groups=1";
    private static final String END = "</form>";

    private TagReader() {}

    /**
     * The tags in the order shown; no form of tags means none.
     *
     * @throws UnreadablePageException if the page never mentions the thread, as its own page does in many links
     */
    public static List<String> tags(byte[] body, long tid) {
        var html = HtmlText.of(body);
        HtmlText.requireEnd(html);
        if (!html.contains("TID=" + tid)) {
            throw new OtherPageException("not the page of thread " + tid);
        }
        var mark = html.indexOf(MARK);
        var start = mark < 0 ? -1 : html.lastIndexOf("<form", mark);
        if (start < 0) {
            return List.of();
        }
        var end = html.indexOf(END, mark);
        // The form alone: parsing the whole page would cost more than all else that is done for it.
        return Jsoup.parseBodyFragment(html.substring(start, end < 0 ? html.length() : end + END.length()))
                .select("form[action*=" + MARK + "] a")
                .stream()
                .map(Element::text)
                .map(WhiteSpace::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
