package potstats2.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An element of an answer, as a tolerant client reads it.
 *
 * @param element what the JDK's parser made of it
 */
public record ParsedXml(Element element) {

    /** Sections, and what XML takes for the beginning of an entity it does not know. */
    private static final Pattern BARE =
            Pattern.compile("<!\\[CDATA\\[.*?]]>|&(?!(?:amp|lt|gt|quot|apos);)", Pattern.DOTALL);

    /** Takes the bytes for UTF-8 and drops what XML forbids. */
    public static ParsedXml of(byte[] body) throws SAXException {
        var allowed = new StringBuilder(body.length);
        new String(body, StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\n' || c == '\t' || c == '\r')
                .forEach(allowed::appendCodePoint);
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            var text = BARE.matcher(allowed).replaceAll(part -> part.group().equals("&") ? "&amp;" : "$0");
            return new ParsedXml(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return element.getTagName();
    }

    public String attribute(String name) {
        return element.getAttribute(name);
    }

    public long number(String name) {
        return Long.parseLong(attribute(name));
    }

    public String text() {
        return element.getTextContent();
    }

    /** Child elements of that name. */
    public List<ParsedXml> children(String name) {
        var children = new ArrayList<ParsedXml>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                children.add(new ParsedXml(child));
            }
        }
        return children;
    }

    public Optional<ParsedXml> child(String name) {
        return children(name).stream().findFirst();
    }

    /** The element at the end of a path of child elements. */
    public ParsedXml at(String... path) {
        var at = this;
        for (var name : path) {
            at = at.child(name).orElseThrow();
        }
        return at;
    }
}
