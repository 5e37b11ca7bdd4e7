package potstats2.api.posters;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Direction;
import potstats2.api.request.Parameter;
import potstats2.api.request.RequestRefusedException;
import potstats2.api.users.UserPosts;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** How much each user wrote, page by page. */
@Component
class PosterStatsApi implements Api {
    private static final Parameter<PosterOrder> ORDER_BY = Parameter.Choice.of(
            "order_by", "The number that the rows are ordered by; absent: post_count", PosterOrder.class);
    private static final Parameter<Direction> ORDER = Parameter.Choice.of(
            "order", "Largest first or smallest first, ties by uid ascending in both; absent: desc", Direction.class);
    private static final Parameter<Long> FOLLOWING_UID = new Parameter.WholeNumber(
            "following_uid", "Only rows after the one of this user; goes with following_ob", 0, Long.MAX_VALUE);
    private static final Parameter<Long> FOLLOWING_OB = new Parameter.WholeNumber(
            "following_ob", "The number that row is ordered by; goes with following_uid", 0, Long.MAX_VALUE);

    // Numbers of one page first, names only for that page. The average is compared as it is shown: rounded.
    private static final String PAGE = """
            WITH numbers AS (
                SELECT uid, posts AS post_count, edits AS edit_count,
                    (2 * length + posts) / (2 * posts) AS avg_post_length,
                    threads AS threads_created, quoted AS quoted_count, quotes AS quotes_count
                FROM ${rows}
            ),
            page AS (
                SELECT * FROM numbers
                WHERE NOT :following OR ${column} ${operator} :ob OR (${column} = :ob AND uid > :uid)
                ORDER BY ${column} ${order}, uid
                LIMIT :limit
            )
            SELECT page.*, coalesce(u.name, '') AS name, coalesce(u.aliases, '{}') AS aliases
            FROM page
            LEFT JOIN forum.users u USING (uid)
            ORDER BY ${column} ${order}, uid
            """;

    private final DatabaseClient database;

    PosterStatsApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "poster-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(
                CommonParameters.BID, CommonParameters.LIMIT, ORDER_BY, ORDER, FOLLOWING_UID, FOLLOWING_OB);
    }

    @Override
    public Mono<PosterPage> answer(Arguments arguments) {
        if (arguments.has(FOLLOWING_UID) != arguments.has(FOLLOWING_OB)) {
            throw RequestRefusedException.missing(
                    arguments.has(FOLLOWING_UID) ? FOLLOWING_OB.name() : FOLLOWING_UID.name());
        }
        var orderBy = arguments.get(ORDER_BY, PosterOrder.POST_COUNT);
        var page = page(orderBy, arguments.get(ORDER, Direction.DESC));
        return UserPosts.ROWS
                .ask(database, arguments.period(), rows -> page.replace("${rows}", rows))
                .bind("bid", arguments.boardOrAll())
                .bind("following", arguments.has(FOLLOWING_UID))
                .bind("uid", arguments.get(FOLLOWING_UID, 0L))
                .bind("ob", arguments.get(FOLLOWING_OB, 0L))
                .bind("limit", arguments.limit() + 1)
                .map(Poster::of)
                .all()
                .collectList()
                .map(posters -> cut(posters, arguments, orderBy));
    }

    private static String page(PosterOrder orderBy, Direction order) {
        return PAGE.replace("${column}", orderBy.column())
                .replace("${operator}", order.following())
                .replace("${order}", order.name());
    }

    /** The page without the row that only tells whether another page follows. */
    private PosterPage cut(List<Poster> posters, Arguments arguments, PosterOrder orderBy) {
        if (posters.size() <= arguments.limit()) {
            return new PosterPage(posters, null);
        }
        var rows = posters.subList(0, arguments.limit());
        var last = rows.get(rows.size() - 1);
        var query = arguments.queryWith(Map.of(
                FOLLOWING_UID.name(), String.valueOf(last.user().uid()),
                FOLLOWING_OB.name(), String.valueOf(orderBy.of(last))));
        return new PosterPage(rows, "/api/" + name() + "?" + query);
    }
}
