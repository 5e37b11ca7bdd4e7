package potstats2.crawler.source;

import org.jspecify.annotations.Nullable;

/**
 * An element of a page that cannot be read, while the rest of the page can.
 *
 * @param name what it is, e.g. {@code post}
 * @param id its id, where that can be read
 * @param position its place among its like, from 0
 * @param reason what is wrong with it
 * @param xml the element as the forum sent it
 */
public record UnreadableElement(String name, @Nullable Long id, int position, String reason, String xml) {

    /** The element and what is wrong with it, for people. */
    public String description() {
        return (id == null ? "a " + name : name + " " + id) + ": " + reason;
    }
}
