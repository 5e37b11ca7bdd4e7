package potstats2.api.posters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the posters.
 *
 * @param rows in the order asked for, ties by UID
 * @param next the relative URL of the rows that follow, absent at the end
 */
record PosterPage(
        List<Poster> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    PosterPage {
        rows = List.copyOf(rows);
    }
}
