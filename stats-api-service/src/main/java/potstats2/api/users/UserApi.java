package potstats2.api.users;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.request.RequestRefusedException;
import potstats2.api.web.Api;
import potstats2.api.web.Scope;
import reactor.core.publisher.Mono;

/** What is known of one user. */
@Component
class UserApi implements Api {
    // The days are those of all years and boards: within a month they would tell when somebody writes.
    private static final String NUMBERS = """
            SELECT :uid AS uid, coalesce(u.name, '') AS name, coalesce(u.aliases, '{}') AS aliases,
                coalesce(n.posts, 0) AS post_count, coalesce(n.edits, 0) AS edit_count,
                coalesce((2 * n.length + n.posts) / (2 * nullif(n.posts, 0)), 0) AS avg_post_length,
                coalesce(n.threads, 0) AS threads_created, coalesce(n.quoted, 0) AS quoted_count,
                coalesce(n.quotes, 0) AS quotes_count, a.first_day, a.last_day,
                p.registered_at, p.last_seen_at, p.account, p.locked_until, p.rank, p.rank_bars
            FROM (VALUES (1)) AS one
            LEFT JOIN forum.users u ON u.uid = :uid
            LEFT JOIN stats.poster_year a ON a.uid = :uid AND a.bid = 0 AND a.year = 0
            LEFT JOIN (SELECT * FROM ${rows} WHERE uid = :uid) n ON true
            LEFT JOIN forum.profiles p ON p.uid = :uid AND p.exists
            WHERE u.uid IS NOT NULL OR a.uid IS NOT NULL
            """;

    private final DatabaseClient database;

    UserApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "user";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CommonParameters.UID, CommonParameters.YEAR, CommonParameters.MONTH, CommonParameters.BID);
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(CommonParameters.UID);
    }

    /** Names and profile are shown with whatever period and board. */
    @Override
    public Scope scope(Arguments arguments) {
        return Scope.ALL;
    }

    @Override
    public Mono<UserNumbers> answer(Arguments arguments) {
        var uid = arguments.require(CommonParameters.UID);
        return UserPosts.ROWS
                .ask(database, arguments.period(), rows -> NUMBERS.replace("${rows}", rows))
                .bind("uid", uid)
                .bind("bid", arguments.boardOrAll())
                .map(UserNumbers::of)
                .one()
                .switchIfEmpty(Mono.error(() -> RequestRefusedException.userNotFound(String.valueOf(uid))));
    }
}
