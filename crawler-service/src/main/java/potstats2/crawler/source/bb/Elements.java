package potstats2.crawler.source.bb;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import potstats2.events.Ranges;

/**
 * The small elements that the forum's documents are made of. Any attribute may be missing; one that is out of its range,
 * see {@link Ranges}, counts as missing wherever it may be.
 */
final class Elements {

    /** What the mapper calls the text of an element that has attributes. */
    static final String TEXT = "text()";

    /** What a number that is none, or larger than a number can be, is bound to: it is in no range. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    private Elements() {}

    static @Nullable Long idOrNull(@Nullable Long id) {
        return id != null && Ranges.isId(id) ? id : null;
    }

    /** Ids of which some forums have a 0. */
    static @Nullable Long idOrNoneOrNull(@Nullable Long id) {
        return id != null && Ranges.isIdOrNone(id) ? id : null;
    }

    /** {@code <number-of-replies value="3"/>}: a count or a flag. */
    record Value(@Nullable Long value) {
        static long of(@Nullable Value element) {
            return element == null || element.value == null || !Ranges.isCount(element.value) ? 0 : element.value;
        }
    }

    /** {@code <in-board id="14"/>}: which one. */
    record Reference(@Nullable Long id) {
        static @Nullable Long of(@Nullable Reference element) {
            return element == null ? null : idOrNull(element.id);
        }
    }

    /** {@code <date timestamp="1312055567">30.07.2011 21:52:47</date>}; the text is local time, the timestamp is not. */
    record Date(@Nullable Long timestamp) {
        static @Nullable Instant of(@Nullable Date element) {
            return element == null || element.timestamp == null || !Ranges.isTime(element.timestamp)
                    ? null
                    : Instant.ofEpochSecond(element.timestamp);
        }
    }

    /** {@code <user id="1224901" group-id="3">csde_rats</user>}. */
    @JsonIgnoreProperties // Not that of all others: tags in a name are looked for.
    record User(
            @Nullable Long id,
            @JsonProperty("group-id") @Nullable Long groupId,
            @JsonProperty(TEXT) @Nullable String name) {
        /** An element without attributes is to Jackson a mere text. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static User named(String name) {
            return new User(null, null, name);
        }
    }

    /** {@code <icon id="54"/>} and {@code <avatar id="59224">./avatare/german.gif</avatar>}. */
    @JsonIgnoreProperties
    record Image(
            @Nullable Long id, @JsonProperty(TEXT) @Nullable String path) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Image at(String path) {
            return new Image(null, path);
        }
    }

    /** The flags of a thread; those not listed here are of no use to a reader. */
    record Flags(
            @JsonProperty("is-closed") @Nullable Value closed,
            @JsonProperty("is-sticky") @Nullable Value sticky,
            @JsonProperty("is-important") @Nullable Value important,
            @JsonProperty("is-announcement") @Nullable Value announcement,
            @JsonProperty("is-global") @Nullable Value global,
            @JsonProperty("is-hidden") @Nullable Value hidden) {}
}
