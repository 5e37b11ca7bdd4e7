package potstats2.crawler.source.bb;

import java.util.Set;
import potstats2.crawler.source.UnreadablePageException;

/**
 * Makes XML of a text that almost is, as a forum writes it that forgets to escape a title: what begins neither a
 * reference nor a tag stands for itself. In elements of which only the text counts there are no tags: nothing but their
 * end, comments and CDATA sections begins with {@code <}.
 */
final class XmlRepair {

    private static final Set<String> TEXTS = Set.of(
            "name", "description", "title", "subtitle", "content", "user", "date", "icon", "avatar", "in-thread");
    private static final Set<String> CONTAINERS = Set.of(
            "category", "boards", "board", "threads", "thread", "posts", "post", "message", "lastedit", "moderators");

    private final String text;
    private final Markup markup;
    private final int maxCharacters;
    private final StringBuilder repaired;
    private int position;

    private XmlRepair(String text, int maxCharacters) {
        this.text = text;
        markup = new Markup(text);
        this.maxCharacters = maxCharacters;
        repaired = new StringBuilder(text.length() + text.length() / 8);
    }

    /**
     * The text, repaired as far as it can be.
     *
     * @throws UnreadablePageException if it becomes longer than allowed
     */
    static String of(String text, int maxCharacters) {
        var repair = new XmlRepair(text, maxCharacters);
        repair.document();
        return repair.repaired.toString();
    }

    private void document() {
        var root = Math.max(0, markup.nextTag(0));
        append(text.substring(0, root));
        position = root;
        for (var tag = markup.nextTag(root); tag >= 0; tag = markup.nextTag(position)) {
            plain(position, tag);
            tag(tag);
        }
        plain(position, text.length());
    }

    private void tag(int tag) {
        position = markup.endOfTag(tag);
        append("<");
        plain(tag + 1, position - 1);
        append(">");
        TEXTS.stream()
                .filter(name -> markup.isStart(tag, name) && !markup.isEmptyElement(tag))
                .findFirst()
                .ifPresent(this::textOf);
    }

    /** Where the element does not end, it ends before the next tag. */
    private void textOf(String name) {
        var end = endOf(name);
        var content = text.substring(position, end);
        if (isOneSection(content)) {
            append(section(content));
        } else {
            plain(position, end);
        }
        append("</" + name + ">");
        position = markup.isEnd(end, name) ? markup.endOfTag(end) : end;
    }

    private int endOf(String name) {
        var next = markup.nextTag(position);
        for (var tag = next; tag >= 0 && !markup.isStart(tag, name) && !isEndOfContainer(tag); ) {
            if (markup.isEnd(tag, name)) {
                return tag;
            }
            tag = markup.nextTag(tag + 1);
        }
        return next < 0 ? text.length() : next;
    }

    private boolean isEndOfContainer(int tag) {
        return CONTAINERS.stream().anyMatch(name -> markup.isEnd(tag, name));
    }

    /** Perhaps with its end as a part of its text. */
    private static boolean isOneSection(String content) {
        return content.startsWith(Markup.CDATA)
                && content.endsWith(Markup.CDATA_END)
                && content.length() >= Markup.CDATA.length() + Markup.CDATA_END.length()
                && content.indexOf(Markup.CDATA, 1) < 0;
    }

    private static String section(String content) {
        var end = content.length() - Markup.CDATA_END.length();
        return Markup.CDATA
                + content.substring(Markup.CDATA.length(), end).replace(Markup.CDATA_END, "]]]]><![CDATA[>")
                + Markup.CDATA_END;
    }

    /** What holds no tags. Of a section that does not end only the beginning is taken away. */
    private void plain(int from, int to) {
        var i = from;
        while (i < to) {
            var character = text.charAt(i);
            var end = character == '<' ? markup.endOfSection(i) : -1;
            if (end >= 0 && end <= to) {
                append(text.substring(i, end));
                i = end;
            } else if (text.startsWith(Markup.CDATA, i)) {
                i += Markup.CDATA.length();
            } else if (character == '&') {
                var reference = Reference.at(text, i);
                append(reference.xml());
                i = reference.end();
            } else {
                append(character == '<' ? "&lt;" : character == '>' ? "&gt;" : String.valueOf(character));
                i++;
            }
        }
    }

    private void append(String xml) {
        if (repaired.length() + xml.length() > maxCharacters) {
            throw new UnreadablePageException("longer than " + maxCharacters + " characters");
        }
        repaired.append(xml);
    }
}
