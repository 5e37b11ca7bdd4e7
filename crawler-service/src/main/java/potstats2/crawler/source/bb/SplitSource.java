package potstats2.crawler.source.bb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.UnreadableElement;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.crawler.source.bb.Documents.Numbered;
import potstats2.crawler.source.bb.XmlParser.Binding;
import potstats2.events.OutOfRangeException;
import potstats2.events.Ranges;
import tools.jackson.core.JacksonException;

/** Reads the elements of a document that was split, each by itself. */
final class SplitSource<E extends Numbered> implements ElementSource<E> {

    private static final Pattern ID = Pattern.compile("<[^>]*?\\sid\\s*=\\s*[\"']\\s*(\\d{1,18})\\s*[\"']");

    private final String name;
    private final List<String> elements;
    private final XmlParser parser;
    private final Binding<E> binding;
    private final BitSet taken = new BitSet();
    private final List<UnreadableElement> unreadable = new ArrayList<>();

    SplitSource(String name, List<String> elements, XmlParser parser, Binding<E> binding) {
        this.name = name;
        this.elements = elements;
        this.parser = parser;
        this.binding = binding;
    }

    @Override
    public <T> List<T> read(@Nullable List<E> placeholders, Function<E, T> meaning) {
        var read = new ArrayList<T>();
        for (var placeholder : placeholders == null ? List.<E>of() : placeholders) {
            var number = placeholder.id();
            if (number != null && number > 0 && number <= elements.size()) {
                var position = (int) (number - 1);
                taken.set(position);
                read(position, meaning, read);
            }
        }
        return read;
    }

    private <T> void read(int position, Function<E, T> meaning, List<T> read) {
        try {
            read.add(meaning.apply(parser.readRepaired(elements.get(position), binding)));
        } catch (UnreadableElementException | OutOfRangeException e) {
            setAside(position, String.valueOf(e.getMessage()));
        } catch (XMLStreamException | JacksonException | IOException | UnreadablePageException e) {
            setAside(position, XmlParser.reason(e));
        }
    }

    private void setAside(int position, String reason) {
        var xml = elements.get(position);
        unreadable.add(new UnreadableElement(name, id(xml), position, reason, xml));
    }

    private static @Nullable Long id(String xml) {
        var id = ID.matcher(xml);
        var number = id.lookingAt() ? Long.parseLong(id.group(1)) : 0;
        return Ranges.isId(number) ? (Long) number : null;
    }

    /** Elements that stand where no list is read are not lost either. */
    @Override
    public List<UnreadableElement> unreadable() {
        for (var left = taken.nextClearBit(0); left < elements.size(); left = taken.nextClearBit(left + 1)) {
            setAside(left, "out of place");
            taken.set(left);
        }
        unreadable.sort(Comparator.comparing(UnreadableElement::position));
        return List.copyOf(unreadable);
    }
}
