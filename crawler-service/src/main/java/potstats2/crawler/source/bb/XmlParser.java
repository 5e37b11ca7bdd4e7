package potstats2.crawler.source.bb;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.CharBuffer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.UnreadablePageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.deser.FromXmlParser;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Parses and binds the forum's XML. Document types are refused, and with them every entity; nothing outside the document
 * is ever opened; depth and sizes are bounded. Thread-safe.
 */
final class XmlParser {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_ATTRIBUTE_SIZE = 64 * 1024;

    private final int maxCharacters;
    private final WstxInputFactory documents;
    private final XmlMapper mapper;

    XmlParser(int maxCharacters) {
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
                .addModule(new SimpleModule()
                        .addDeserializer(Long.class, new Numbers())
                        .addDeserializer(String.class, new Texts()))
                .addHandler(new Misplaced())
                .build();
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

    /** Binds elements to a type. */
    record Binding<T>(Class<T> type, ObjectReader reader) {}

    <T> Binding<T> binding(Class<T> type) {
        return new Binding<>(type, mapper.readerFor(type));
    }

    /**
     * A document, at its root element.
     *
     * @param text backed by an array
     */
    XMLStreamReader open(CharBuffer text) throws XMLStreamException {
        var xml = documents.createXMLStreamReader(new CharArrayReader(text.array(), text.position(), text.length()));
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new UnreadablePageException("a document type is declared");
            }
        }
        return xml;
    }

    /** Binds a document that is the XML it should be. */
    <T> T read(XMLStreamReader xml, Binding<T> binding) throws IOException {
        return read(xml, binding, binding.reader);
    }

    private <T> T read(XMLStreamReader xml, Binding<T> binding, ObjectReader reader) throws IOException {
        @Nullable Object read = reader.readValue(mapper.createParser(xml));
        if (read == null) {
            throw new UnreadablePageException("an empty element");
        }
        return binding.type.cast(read);
    }

    /** Binds a document that need not be XML, as long as it can be repaired. */
    <T> T readRepaired(String text, Binding<T> binding) throws XMLStreamException, IOException {
        try {
            return read(open(buffer(text)), binding);
        } catch (XMLStreamException | JacksonException e) {
            var repaired = XmlRepair.of(text, maxCharacters);
            return read(open(buffer(repaired)), binding, binding.reader.withAttribute(Texts.ATTRIBUTES_TOO, true));
        }
    }

    private static CharBuffer buffer(String text) {
        return CharBuffer.wrap(text.toCharArray());
    }

    /** Whether a document ends before it should. */
    static boolean endsEarly(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WstxEOFException) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with a document, in one line. */
    static String reason(Exception failure) {
        var message = failure instanceof JacksonException jackson ? jackson.getOriginalMessage() : failure.getMessage();
        return "no readable XML: " + String.valueOf(message).lines().findFirst().orElse("");
    }

    /** Skips elements that nobody asks for; switching off their refusal alone would have them read and kept until the end. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface OtherElementsToo {}

    /** A number that is none, or too large, is in no range. */
    private static final class Numbers extends StdScalarDeserializer<Long> {
        Numbers() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()) {
                parser.skipChildren();
                return Elements.NO_NUMBER;
            }
            try {
                return Long.valueOf(parser.getString().strip());
            } catch (NumberFormatException e) {
                return Elements.NO_NUMBER;
            }
        }
    }

    /** A text with tags in it would lose all but a part: first they are made text. */
    private static final class Texts extends StringDeserializer {
        private static final Object ATTRIBUTES_TOO = Texts.class;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.START_OBJECT) && context.getAttribute(ATTRIBUTES_TOO) == null) {
                return context.reportInputMismatch(this, "tags in a text");
            }
            return super.deserialize(parser, context);
        }
    }

    /** What should hold elements but is a mere text counts as missing; what should be a text has attributes at most. */
    private static final class Misplaced extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                @Nullable ValueInstantiator instantiator,
                JsonParser parser,
                String message) {
            return type.isRecord() && parser.hasToken(JsonToken.VALUE_STRING) ? null : NOT_HANDLED;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            var isTolerable = context.getAttribute(Texts.ATTRIBUTES_TOO) != null || !isElement(parser, name);
            if (isTolerable) {
                parser.skipChildren();
            }
            return isTolerable;
        }

        /** While attributes are read, the reader stands at their element. */
        private static boolean isElement(JsonParser parser, String name) {
            var xml = ((FromXmlParser) parser).getStaxReader();
            return !xml.isStartElement() || xml.getLocalName().equals(name);
        }
    }
}
