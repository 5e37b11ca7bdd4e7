package potstats2.api.posters;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Direction;
import potstats2.api.request.Parameter;
import potstats2.api.users.UserPosts;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** How often each user writes, from the first post on. */
@Component
class PostingRateApi implements Api {

    /** The columns by which users can be put in order. */
    private enum RateOrder {
        POSTS,
        THREADS,
        POST_FREQUENCY;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Parameter<RateOrder> ORDER_BY =
            Parameter.Choice.of("order_by", "The number that the rows are ordered by; absent: posts", RateOrder.class);
    private static final Parameter<Direction> ORDER = Parameter.Choice.of(
            "order", "Largest first or smallest first, ties by uid ascending in both; absent: desc", Direction.class);

    // Today is a day of the time zone that the other days are of. Clocks differ: nobody wrote for less than a day.
    // The last day is a value, not a table to join: only so are no more rows sorted than the page takes.
    private static final String RATES = """
            WITH period AS (
                SELECT least((:now::timestamptz AT TIME ZONE time_zone)::date, :end) AS last_day
                FROM stats.state
            ),
            rates AS (
                SELECT uid, posts, threads,
                    posts::double precision / greatest((SELECT last_day FROM period) - first_day + 1, 1) AS post_frequency
                FROM ${rows}
            ),
            page AS (
                SELECT * FROM rates
                ORDER BY ${column} ${order}, uid
                LIMIT :limit
            )
            SELECT page.*, coalesce(u.name, '') AS name
            FROM page
            LEFT JOIN forum.users u USING (uid)
            ORDER BY ${column} ${order}, uid
            """;

    private final DatabaseClient database;
    private final Clock clock;

    PostingRateApi(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(CommonParameters.BID, CommonParameters.LIMIT, ORDER_BY, ORDER);
    }

    @Override
    public Mono<Rows<PostingRate>> answer(Arguments arguments) {
        var rates = rates(arguments.get(ORDER_BY, RateOrder.POSTS), arguments.get(ORDER, Direction.DESC));
        var period = arguments.period();
        return UserPosts.ROWS
                .ask(database, period, rows -> rates.replace("${rows}", rows))
                .bind("now", OffsetDateTime.now(clock))
                .bind("end", period.last())
                .bind("bid", arguments.boardOrAll())
                .bind("limit", arguments.limit())
                .map(PostingRate::of)
                .all()
                .collectList()
                .map(Rows::new);
    }

    private static String rates(RateOrder orderBy, Direction order) {
        return RATES.replace("${column}", orderBy.column()).replace("${order}", order.name());
    }
}
