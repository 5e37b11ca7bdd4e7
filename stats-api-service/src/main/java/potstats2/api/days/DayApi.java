package potstats2.api.days;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.days.DayNumbers.BoardShare;
import potstats2.api.periods.Activity;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.request.Period;
import potstats2.api.web.Api;
import potstats2.api.web.Scope;
import reactor.core.publisher.Mono;

/** What was written on one day. */
@Component
class DayApi implements Api {
    private static final long ALL = 0;
    private static final Parameter<LocalDate> DATE = new Parameter.Day("date", "The day, such as 2004-12-31; required");

    // The boards of the year are few; from them the day's rows are found by their key.
    private static final String BOARDS_OF_DAY = """
            SELECT d.bid, coalesce(b.name, '') AS name, d.posts AS post_count, d.edits AS edit_count,
                d.threads AS threads_created, d.active_users, (2 * d.length + d.posts) / (2 * d.posts) AS avg_post_length
            FROM stats.board_year y
            JOIN stats.board_day d ON d.bid = y.bid AND d.day = :date
            LEFT JOIN forum.boards b ON b.bid = d.bid
            WHERE y.year = :year AND (:bid = 0 OR y.bid = :bid) AND d.posts > 0
            ORDER BY d.bid
            """;

    private final DatabaseClient database;

    DayApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "day";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(DATE, CommonParameters.BID);
    }

    @Override
    public Scope scope(Arguments arguments) {
        var date = arguments.require(DATE);
        return Scope.of(new Period(date, date), arguments.boardOrAll());
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(DATE);
    }

    @Override
    public Mono<DayNumbers> answer(Arguments arguments) {
        var date = arguments.require(DATE);
        return database.sql(BOARDS_OF_DAY)
                .bind("date", date)
                .bind("year", date.getYear())
                .bind("bid", arguments.boardOrAll())
                .map(BoardDay::of)
                .all()
                .collectList()
                .map(boards -> numbers(date, arguments.boardOrAll(), boards));
    }

    /** All boards together are one of the rows. */
    private static DayNumbers numbers(LocalDate date, long bid, List<BoardDay> boards) {
        var activity = boards.stream()
                .filter(board -> board.bid() == bid)
                .map(BoardDay::activity)
                .findFirst();
        var shares = boards.stream().filter(board -> board.bid() != ALL).map(BoardDay::share);
        return new DayNumbers(date, activity.orElse(Activity.NONE), shares.toList());
    }

    private record BoardDay(long bid, String name, Activity activity) {

        static BoardDay of(Readable row) {
            return new BoardDay(Columns.number(row, "bid"), Columns.text(row, "name"), Activity.of(row));
        }

        BoardShare share() {
            return new BoardShare(bid, name, activity.postCount());
        }
    }
}
