package potstats2.api.periods;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.api.database.Columns;
import potstats2.api.database.PeriodQuery;
import potstats2.api.request.Arguments;
import reactor.core.publisher.Mono;

/**
 * What was written in the hours of the week, or on its days, in years and days that no rollup holds as one. Who wrote in
 * an hour is a set for each: users are counted from the bits of all hours in which each of them wrote.
 */
final class WeekOfPeriod {
    // One statement, one snapshot: the last row is that of the users.
    private static final String ROWS = """
            WITH users AS (
                SELECT uid, bit_or(hours) AS hours
                FROM (
                    SELECT uid, hours
                    FROM stats.poster_year
                    WHERE bid = :bid AND year BETWEEN :first_year AND :last_year
                    UNION ALL
                    SELECT uid, set_bit(0::bit(168), (extract(isodow FROM day)::int - 1) * 24 + hour, 1)
                    FROM stats.user_hour
                    WHERE ${days} AND (:bid = 0 OR bid = :bid)
                )
                GROUP BY uid
            ),
            numbers AS (
                ${numbers}
            )
            SELECT weekday, hour, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits, sum(threads)::bigint AS threads,
                (2 * sum(length)::bigint + sum(posts)::bigint) / (2 * sum(posts)::bigint) AS avg_post_length,
                NULL::bytea AS users
            FROM numbers
            GROUP BY weekday, hour
            HAVING sum(posts) > 0
            UNION ALL
            SELECT NULL, NULL, NULL, NULL, NULL, NULL, coalesce(string_agg(bit_send(hours), ''), '') FROM users
            ORDER BY weekday NULLS LAST, hour
            """;

    private static final String OF_HOURS = """
            SELECT weekday::int, hour::int, posts, edits, length, threads
            FROM stats.board_hour
            WHERE bid = :bid AND year BETWEEN :first_year AND :last_year
            UNION ALL
            SELECT extract(isodow FROM day)::int, hour, posts, edits, length, threads
            FROM stats.user_hour
            WHERE ${days} AND (:bid = 0 OR bid = :bid)
            """;

    private static final String OF_DAYS = """
            SELECT weekday::int, 0 AS hour, posts, edits, length, threads
            FROM stats.board_weekday
            WHERE bid = :bid AND year BETWEEN :first_year AND :last_year
            UNION ALL
            SELECT extract(isodow FROM day)::int, 0, posts, edits, length, threads
            FROM stats.board_day
            WHERE bid = :bid AND ${days}
            """;

    static final WeekOfPeriod HOURS = new WeekOfPeriod(OF_HOURS, true);
    static final WeekOfPeriod WEEKDAYS = new WeekOfPeriod(OF_DAYS, false);

    private final String rows;
    private final boolean byHour;

    private WeekOfPeriod(String numbers, boolean byHour) {
        this.rows = ROWS.replace("${numbers}", numbers).replace("${days}", PeriodQuery.DAYS);
        this.byHour = byHour;
    }

    /** What was written in an hour, or on a day (hour 0), of the week. */
    record Cell(int weekday, int hour, Activity activity) {}

    /** The hours or days with posts, in their order. */
    Mono<List<Cell>> cells(DatabaseClient database, Arguments arguments) {
        return PeriodQuery.bindYears(database.sql(rows), arguments.period())
                .bind("bid", arguments.boardOrAll())
                .map(Row::of)
                .all()
                .collectList()
                .map(this::counted);
    }

    private List<Cell> counted(List<Row> all) {
        var numbers = all.subList(0, all.size() - 1);
        var users = UserHours.of(Objects.requireNonNull(all.get(all.size() - 1).users()));
        return numbers.stream().map(row -> row.cell(users, byHour)).toList();
    }

    private record Row(
            int weekday,
            int hour,
            long posts,
            long edits,
            long threads,
            long averageLength,
            @Nullable ByteBuffer users) {

        static Row of(Readable row) {
            var users = row.get("users", ByteBuffer.class);
            return users == null
                    ? new Row(
                            Math.toIntExact(Columns.number(row, "weekday")),
                            Math.toIntExact(Columns.number(row, "hour")),
                            Columns.number(row, "posts"),
                            Columns.number(row, "edits"),
                            Columns.number(row, "threads"),
                            Columns.number(row, "avg_post_length"),
                            null)
                    : new Row(0, 0, 0, 0, 0, 0, users);
        }

        Cell cell(UserHours hours, boolean byHour) {
            var active = byHour ? hours.usersInHour(weekday, hour) : hours.usersOnDay(weekday);
            return new Cell(weekday, hour, new Activity(posts, edits, threads, active, averageLength));
        }
    }
}
