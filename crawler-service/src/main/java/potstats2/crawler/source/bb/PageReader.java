package potstats2.crawler.source.bb;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardAnswer;
import potstats2.crawler.source.BoardList;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ThreadAnswer;
import potstats2.crawler.source.ThreadPage;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.crawler.source.bb.Documents.Numbered;
import potstats2.crawler.source.bb.XmlParser.Binding;
import potstats2.events.OutOfRangeException;
import tools.jackson.core.JacksonException;

/**
 * Reads the forum's XML answers. What cannot be read costs as little as it can: a value that may be missing itself, any
 * other its element, and only what holds a page together the page. Thread-safe.
 */
public final class PageReader {

    private final int maxCharacters;
    private final XmlParser parser;
    private final Shape<Documents.Categories, Documents.Board> boards;
    private final Shape<Documents.Board, Documents.ThreadEntry> threads;
    private final Shape<Documents.ThreadElement, Documents.PostElement> posts;

    /** A document and the elements of which it has many. */
    private record Shape<D, E>(String root, Binding<D> document, String list, String element, Binding<E> elements) {}

    /**
     * A reader of documents of a bounded size.
     *
     * @param maxCharacters the longest document, and so the longest text in one
     */
    public PageReader(int maxCharacters) {
        this.maxCharacters = maxCharacters;
        parser = new XmlParser(maxCharacters);
        boards = shape("categories", Documents.Categories.class, "boards", "board", Documents.Board.class);
        threads = shape("board", Documents.Board.class, "threads", "thread", Documents.ThreadEntry.class);
        posts = shape("thread", Documents.ThreadElement.class, "posts", "post", Documents.PostElement.class);
    }

    private <D, E> Shape<D, E> shape(String root, Class<D> document, String list, String element, Class<E> elements) {
        return new Shape<>(root, parser.binding(document), list, element, parser.binding(elements));
    }

    /**
     * Reads {@code xml/boards.php}.
     *
     * @throws UnreadablePageException if the body is not such a document
     */
    public BoardList boards(byte[] body) {
        return read(body, boards, root -> null, Documents.Categories::boards);
    }

    /**
     * Reads {@code xml/board.php}.
     *
     * @throws UnreadablePageException if the body is not such a document, or one of another board
     */
    public BoardAnswer board(byte[] body, long bid, int page) {
        var answer = this.<Documents.Board, Documents.ThreadEntry, BoardAnswer>read(
                body, threads, Refusals::named, (read, source) -> read.page(bid, page, source));
        if (answer instanceof BoardPage read && read.bid() != bid) {
            throw new UnreadablePageException("a page of board " + read.bid());
        }
        return answer;
    }

    /**
     * Reads {@code xml/thread.php}.
     *
     * @throws UnreadablePageException if the body is not such a document, or one of another thread
     */
    public ThreadAnswer thread(byte[] body, long tid, int page) {
        var answer = this.<Documents.ThreadElement, Documents.PostElement, ThreadAnswer>read(
                body, posts, Refusals::named, (read, source) -> read.page(tid, page, source));
        if (answer instanceof ThreadPage read && read.tid() != tid) {
            throw new UnreadablePageException("a page of thread " + read.tid());
        }
        return answer;
    }

    private <D, E extends Numbered, A> A read(
            byte[] body,
            Shape<D, E> shape,
            Function<String, @Nullable A> refusals,
            BiFunction<D, ElementSource<E>, A> answer) {
        var text = XmlText.of(body);
        if (text.length() > maxCharacters) {
            throw new UnreadablePageException("longer than " + maxCharacters + " characters");
        }
        if (isHtml(text)) {
            throw new OtherPageException("HTML in place of XML");
        }
        try {
            var xml = parser.open(text);
            var root = xml.getLocalName();
            if (root.equals(shape.root)) {
                return answer.apply(parser.read(xml, shape.document), ElementSource.bound());
            }
            var refusal = refusals.apply(root);
            if (refusal != null) {
                return refusal;
            }
            throw new UnreadablePageException("unexpected document: <" + root + ">");
        } catch (UnreadableElementException | OutOfRangeException e) {
            return readApart(text, shape, answer);
        } catch (XMLStreamException | JacksonException | IOException e) {
            if (XmlParser.endsEarly(e) && !endsWell(text, shape.root)) {
                throw new TruncatedPageException(e);
            }
            return readApart(text, shape, answer);
        }
    }

    private static boolean isHtml(CharBuffer text) {
        var start = text.subSequence(0, Math.min(text.length(), "<!doctype html".length()))
                .toString()
                .toLowerCase(Locale.ROOT);
        return start.equals("<!doctype html") || start.startsWith("<html");
    }

    private static boolean endsWell(CharBuffer text, String root) {
        return text.toString().stripTrailing().endsWith("</" + root + ">");
    }

    /** The elements one by one: a page of which each could be read takes no such care. */
    private <D, E extends Numbered, A> A readApart(
            CharBuffer text, Shape<D, E> shape, BiFunction<D, ElementSource<E>, A> answer) {
        var split = SplitDocument.of(text.toString(), shape.list, shape.element);
        try {
            return answer.apply(
                    parser.readRepaired(split.rest(), shape.document),
                    new SplitSource<>(shape.element, split.elements(), parser, shape.elements));
        } catch (XMLStreamException | JacksonException | IOException e) {
            throw new UnreadablePageException(XmlParser.reason(e), e);
        }
    }
}
