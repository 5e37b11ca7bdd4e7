package potstats2.crawler.source.bb;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.UnreadableElement;

/**
 * Where the elements of a page come from: bound with the whole document, or each by itself.
 *
 * @param <E> the element as it is bound
 */
interface ElementSource<E> {

    /**
     * The elements in their order.
     *
     * @param bound as they were bound with the document
     * @param reader what an element means; throws {@link UnreadableElementException}
     */
    <T> List<T> read(@Nullable List<E> bound, Function<E, T> reader);

    /** Those that could not be read so far. */
    List<UnreadableElement> unreadable();

    /** The elements bound with the document; fails if one cannot be read. */
    static <E> ElementSource<E> bound() {
        return new ElementSource<>() {
            @Override
            public <T> List<T> read(@Nullable List<E> bound, Function<E, T> reader) {
                return bound == null ? List.of() : bound.stream().map(reader).toList();
            }

            @Override
            public List<UnreadableElement> unreadable() {
                return List.of();
            }
        };
    }
}
