package potstats2.analytics.rollup;

import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rollups as they are stored, in the form of {@link Oracle}. */
final class StoredNumbers {

    private static final String COUNTS = "posts, edits, length, threads";

    private final JdbcTemplate jdbc;

    StoredNumbers(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    SortedMap<String, String> threadStarts() {
        return read(Rollup.THREAD_STARTS, "pid, uid, bid, day, hour");
    }

    SortedMap<String, String> userHour() {
        return read(Rollup.USER_HOUR, COUNTS + ", quotes, quoted");
    }

    SortedMap<String, String> posterYear() {
        return read(Rollup.POSTER_YEAR, COUNTS + ", quotes, quoted, first_day, last_day, hours");
    }

    SortedMap<String, String> boardDay() {
        return read(Rollup.BOARD_DAY, COUNTS + ", active_users");
    }

    SortedMap<String, String> boardMonth() {
        return read(Rollup.BOARD_MONTH, COUNTS + ", active_users");
    }

    SortedMap<String, String> boardYear() {
        return read(Rollup.BOARD_YEAR, COUNTS + ", active_users");
    }

    SortedMap<String, String> boardHour() {
        return read(Rollup.BOARD_HOUR, COUNTS + ", active_users");
    }

    SortedMap<String, String> boardWeekday() {
        return read(Rollup.BOARD_WEEKDAY, COUNTS + ", active_users");
    }

    SortedMap<String, String> quoteRelation() {
        return read(Rollup.QUOTE_RELATION, "count");
    }

    SortedMap<String, String> userDomain() {
        return read(Rollup.USER_DOMAIN, "count");
    }

    SortedMap<String, String> domainYear() {
        return read(Rollup.DOMAIN_YEAR, "count");
    }

    private SortedMap<String, String> read(Rollup rollup, String numbers) {
        var rows = new TreeMap<String, String>();
        jdbc.query(
                "SELECT concat_ws(',', %s), concat_ws(',', %s) FROM %s"
                        .formatted(rollup.key(), numbers, rollup.stored()),
                row -> {
                    rows.put(row.getString(1), row.getString(2));
                });
        return rows;
    }
}
