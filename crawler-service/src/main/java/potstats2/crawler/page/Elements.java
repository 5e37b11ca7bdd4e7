package potstats2.crawler.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The small elements that the forum's documents are made of. Any attribute may be missing. */
final class Elements {

    /** What the mapper calls the text of an element that has attributes. */
    static final String TEXT = "text()";

    private Elements() {}

    /** {@code <number-of-replies value="3"/>}: a count or a flag. */
    record Value(@Nullable Long value) {
        static long of(@Nullable Value element) {
            return element == null || element.value == null ? 0 : Math.max(0, element.value);
        }
    }

    /** {@code <in-board id="14"/>}: which one. */
    record Reference(@Nullable Long id) {
        static @Nullable Long of(@Nullable Reference element) {
            return element == null || element.id == null || element.id <= 0 ? null : element.id;
        }
    }

    /** {@code <date timestamp="1312055567">30.07.2011 21:52:47</date>}; the text is local time, the timestamp is not. */
    record Date(@Nullable Long timestamp) {
        static @Nullable Instant of(@Nullable Date element) {
            return element == null || element.timestamp == null ? null : Instant.ofEpochSecond(element.timestamp);
        }
    }

    /** {@code <user id="1224901" group-id="3">csde_rats</user>}. */
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
