package potstats2.api.links;

import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * How often a domain is linked to.
 *
 * @param domain in lower case
 * @param count occurrences, at least 1
 */
record Domain(String domain, long count) {

    static Domain of(Readable row) {
        return new Domain(Columns.text(row, "domain"), Columns.number(row, "count"));
    }
}
