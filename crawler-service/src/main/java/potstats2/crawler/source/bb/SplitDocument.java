package potstats2.crawler.source.bb;

import java.util.ArrayList;
import java.util.List;

/**
 * A document taken apart without being parsed, so that one element that is no XML does not cost the others.
 *
 * @param rest the document with {@code <name id="1"/>}, {@code <name id="2"/>} … in place of its elements
 * @param elements the elements as they stand in it
 */
record SplitDocument(String rest, List<String> elements) {

    SplitDocument {
        elements = List.copyOf(elements);
    }

    /** Takes out the elements of the lists. At the latest an element ends where the next one begins, or its list ends. */
    static SplitDocument of(String text, String list, String element) {
        return new Splitter(text, list, element).split();
    }

    private static final class Splitter {
        private final String text;
        private final String list;
        private final String element;
        private final Markup markup;
        private final StringBuilder rest = new StringBuilder();
        private final List<String> elements = new ArrayList<>();
        private int copied;
        private int open = -1;
        private boolean inList;

        Splitter(String text, String list, String element) {
            this.text = text;
            this.list = list;
            this.element = element;
            markup = new Markup(text);
        }

        SplitDocument split() {
            for (var tag = markup.nextTag(0); tag >= 0; tag = markup.nextTag(tag + 1)) {
                inList |= markup.isStart(tag, list);
                if (markup.isEnd(tag, element)) {
                    end(markup.endOfTag(tag));
                } else if (markup.isEnd(tag, list)) {
                    end(tag);
                } else if (inList && markup.isStart(tag, element)) {
                    end(tag);
                    begin(tag);
                }
            }
            end(text.length());
            return new SplitDocument(rest.append(text, copied, text.length()).toString(), elements);
        }

        private void begin(int tag) {
            rest.append(text, copied, tag);
            open = tag;
            if (markup.isEmptyElement(tag)) {
                end(markup.endOfTag(tag));
            }
        }

        private void end(int end) {
            if (open >= 0) {
                elements.add(text.substring(open, end));
                rest.append('<')
                        .append(element)
                        .append(" id=\"")
                        .append(elements.size())
                        .append("\"/>");
                copied = end;
                open = -1;
            }
        }
    }
}
