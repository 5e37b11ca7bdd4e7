package potstats2.api.web;

import java.util.List;

/**
 * An answer that is a table.
 *
 * @param rows in the order that the API promises
 */
public record Rows<T>(List<T> rows) {

    public Rows {
        rows = List.copyOf(rows);
    }
}
