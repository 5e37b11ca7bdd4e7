package potstats2.api.users;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** The users whose names contain a text. */
@Component
class UsersApi implements Api {
    private static final int DEFAULT_LIMIT = 12;
    private static final int MAX_LIMIT = 100;
    private static final int LONGEST_NAME = 100;

    private static final Parameter<String> NAME = new Parameter.Text(
            "name",
            "What the user's name or one of the other names seen contains, in any case; required",
            LONGEST_NAME);
    private static final Parameter<Long> LIMIT =
            new Parameter.WholeNumber("limit", "How many rows at most; absent: " + DEFAULT_LIMIT, 1, MAX_LIMIT);

    // Looks at every user: there are some ten thousand. Materialized: read once, not looked up for every match.
    private static final String USERS = """
            WITH numbers AS MATERIALIZED (
                SELECT uid, posts
                FROM stats.poster_year
                WHERE bid = 0 AND year = 0
            ),
            matching AS (
                SELECT uid, name, aliases, coalesce(posts, 0) AS post_count,
                    starts_with(lower(name), lower(:name)) AS begins
                FROM forum.users
                LEFT JOIN numbers USING (uid)
                WHERE strpos(lower(name || chr(10) || array_to_string(aliases, chr(10))), lower(:name)) > 0
            )
            SELECT uid, name, aliases, post_count
            FROM matching
            ORDER BY begins DESC, post_count DESC, uid
            LIMIT :limit
            """;

    private final DatabaseClient database;

    UsersApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(NAME, LIMIT);
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(NAME);
    }

    @Override
    public Mono<Rows<FoundUser>> answer(Arguments arguments) {
        return database.sql(USERS)
                .bind("name", arguments.require(NAME))
                .bind("limit", arguments.get(LIMIT, (long) DEFAULT_LIMIT))
                .map(FoundUser::of)
                .all()
                .collectList()
                .map(Rows::new);
    }
}
