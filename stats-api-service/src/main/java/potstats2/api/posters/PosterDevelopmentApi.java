package potstats2.api.posters;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.users.User;
import potstats2.api.users.UserLookup;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** How much one user wrote year by year. */
@Component
class PosterDevelopmentApi implements Api {
    private static final Parameter<String> USER = new Parameter.Text(
            "user",
            "The user's name in any case, where uid is absent; of several users the one of the largest uid",
            CommonParameters.LONGEST_NAME);
    private static final Parameter<Boolean> CSV =
            new Parameter.Flag("csv", "The same as a file of comma-separated values");

    private static final String YEARS = """
            SELECT year, posts AS post_count, edits AS edit_count, threads AS threads_created, quoted AS quoted_count,
                quotes AS quotes_count, (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM stats.poster_year
            WHERE uid = :uid AND bid = :bid AND year <> 0 AND posts > 0
            """;

    private final DatabaseClient database;
    private final UserLookup users;

    PosterDevelopmentApi(DatabaseClient database, UserLookup users) {
        this.database = database;
        this.users = users;
    }

    @Override
    public String name() {
        return "poster-development";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CommonParameters.UID, USER, CommonParameters.BID, CSV);
    }

    @Override
    public Class<?> answerType() {
        return Development.class;
    }

    @Override
    public Mono<?> answer(Arguments arguments) {
        return user(arguments)
                .flatMap(user -> development(user, arguments.boardOrAll()))
                .map(development -> arguments.has(CSV) ? development.csv() : development);
    }

    private Mono<User> user(Arguments arguments) {
        return arguments.has(USER) && !arguments.has(CommonParameters.UID)
                ? users.byName(arguments.require(USER))
                : users.byUid(arguments.require(CommonParameters.UID));
    }

    private Mono<Development> development(User user, long bid) {
        return database.sql(YEARS)
                .bind("uid", user.uid())
                .bind("bid", bid)
                .map(PosterYear::of)
                .all()
                .collectList()
                .map(years -> Development.of(user, years));
    }
}
