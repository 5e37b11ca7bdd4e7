package potstats2.crawler.page;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Reads the forum's XML answers. Document types are refused, and with them every entity; nothing outside the document is
 * ever opened; depth and sizes are bounded. Thread-safe.
 */
public final class PageReader {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_ATTRIBUTE_SIZE = 64 * 1024;

    private final int maxCharacters;
    private final WstxInputFactory documents;
    private final XmlMapper mapper;
    private final ObjectReader categories;
    private final ObjectReader board;
    private final ObjectReader thread;

    /**
     * A reader of documents of a bounded size.
     *
     * @param maxCharacters the longest document, and so the longest text in one
     */
    public PageReader(int maxCharacters) {
        this.maxCharacters = maxCharacters;
        documents = hardened(maxCharacters);
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(maxCharacters)
                .build();
        mapper = XmlMapper.builder(XmlFactory.builder()
                        .xmlInputFactory(documents)
                        .xmlOutputFactory(new WstxOutputFactory())
                        .nameForTextElement(Elements.TEXT)
                        .streamReadConstraints(constraints)
                        .build())
                .addMixIn(Record.class, OtherElementsToo.class)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new BlackbirdModule()) // records are made by generated code instead of reflection
                .addModule(new SimpleModule().addDeserializer(Long.class, new Numbers()))
                .build();
        categories = mapper.readerFor(Documents.Categories.class);
        board = mapper.readerFor(Documents.Board.class);
        thread = mapper.readerFor(Documents.ThreadElement.class);
    }

    private static WstxInputFactory hardened(int maxCharacters) {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_SIZE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, maxCharacters);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) maxCharacters);
        return factory;
    }

    /**
     * Reads {@code xml/boards.php}.
     *
     * @throws UnreadablePageException if the body is not such a document
     */
    public List<ListedBoard> boards(byte[] body) {
        return read(body, "categories", root -> null, categories, Documents.Categories::boards);
    }

    /**
     * Reads {@code xml/board.php}.
     *
     * @throws UnreadablePageException if the body is not such a document, or one of another board
     */
    public BoardAnswer board(byte[] body, long bid, int page) {
        BoardAnswer answer = this.<Documents.Board, BoardAnswer>read(
                body, "board", root -> Refusal.named(root).orElse(null), board, read -> read.page(bid, page));
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
        ThreadAnswer answer = this.<Documents.ThreadElement, ThreadAnswer>read(
                body, "thread", root -> Refusal.named(root).orElse(null), thread, read -> read.page(tid, page));
        if (answer instanceof ThreadPage read && read.tid() != tid) {
            throw new UnreadablePageException("a page of thread " + read.tid());
        }
        return answer;
    }

    private <D, A> A read(
            byte[] body,
            String element,
            Function<String, @Nullable A> refusals,
            ObjectReader reader,
            Function<D, A> answer) {
        var text = XmlText.of(body);
        if (text.length() > maxCharacters) {
            throw new UnreadablePageException("longer than " + maxCharacters + " characters");
        }
        if (isHtml(text)) {
            throw new OtherPageException("HTML in place of XML");
        }
        try {
            var xml =
                    documents.createXMLStreamReader(new CharArrayReader(text.array(), text.position(), text.length()));
            var root = root(xml);
            if (root.equals(element)) {
                return answer.apply(reader.<D>readValue(mapper.createParser(xml)));
            }
            var refusal = refusals.apply(root);
            if (refusal != null) {
                return refusal;
            }
            throw new UnreadablePageException("unexpected document: <" + root + ">");
        } catch (XMLStreamException | JacksonException | IOException e) {
            throw unreadable(e);
        }
    }

    private static boolean isHtml(CharBuffer text) {
        var start = text.subSequence(0, Math.min(text.length(), "<!doctype html".length()))
                .toString()
                .toLowerCase(Locale.ROOT);
        return start.equals("<!doctype html") || start.startsWith("<html");
    }

    private static String root(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new UnreadablePageException("a document type is declared");
            }
        }
        return xml.getLocalName();
    }

    private static UnreadablePageException unreadable(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WstxEOFException) {
                return new TruncatedPageException(failure);
            }
        }
        var message = failure instanceof JacksonException jackson ? jackson.getOriginalMessage() : failure.getMessage();
        return new UnreadablePageException(
                "no readable XML: "
                        + String.valueOf(message).lines().findFirst().orElse(""),
                failure);
    }

    /** Skips elements that nobody asks for; switching off their refusal alone would have them read and kept until the end. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface OtherElementsToo {}

    /** A number that is none, or too large, counts as missing. */
    private static final class Numbers extends StdScalarDeserializer<Long> {
        Numbers() {
            super(Long.class);
        }

        @Override
        public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return Long.valueOf(parser.getString().strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
