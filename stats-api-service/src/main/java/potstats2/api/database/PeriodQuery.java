package potstats2.api.database;

import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import potstats2.api.request.Period;

/**
 * Rows of a period: those of one key where a rollup holds the whole period under it, else those of its whole years and of
 * the days before and after them.
 *
 * @param ofKey SQL that reads the key as {@code :year}
 * @param ofParts SQL that reads the years from {@code :first_year} to {@code :last_year}, and the {@link #DAYS}
 */
public record PeriodQuery(String ofKey, String ofParts) {
    /** A condition on the column {@code day}: it lies in the period, but in none of its whole years (or months). */
    public static final String DAYS =
            "(day BETWEEN :before_first AND :before_last OR day BETWEEN :after_first AND :after_last)";

    public PeriodQuery {
        ofParts = ofParts.replace("${days}", DAYS);
    }

    /** Asks a question around these rows. */
    public GenericExecuteSpec ask(DatabaseClient database, Period period, UnaryOperator<String> question) {
        var key = period.key();
        return key.isPresent()
                ? database.sql(question.apply(ofKey)).bind("year", key.getAsInt())
                : bindYears(database.sql(question.apply(ofParts)), period);
    }

    /** Binds what SQL reads that takes the parts alone. */
    public static GenericExecuteSpec bindYears(GenericExecuteSpec query, Period period) {
        var parts = period.years();
        return bindDays(
                query.bind("first_year", parts.whole().first().getYear())
                        .bind("last_year", parts.whole().last().getYear()),
                parts);
    }

    /** Binds the days that the parts have besides what is whole. */
    public static GenericExecuteSpec bindDays(GenericExecuteSpec query, Period.Parts parts) {
        return query.bind("before_first", parts.before().first())
                .bind("before_last", parts.before().last())
                .bind("after_first", parts.after().first())
                .bind("after_last", parts.after().last());
    }
}
