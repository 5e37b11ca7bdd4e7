package potstats2.api.users;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** The users whose names contain a text. */
@Component
class UsersApi implements Api {
    private static final int DEFAULT_LIMIT = 12;
    private static final int MAX_LIMIT = 100;
    private static final int MOST_WORDS = 20;
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final long NOBODY = -1;

    private static final Parameter<String> NAME = new Parameter.Text(
            "name",
            "Words that the user's name or the other names seen contain, in any order and case, with or without diacritics,"
                    + " or the uid; required",
            CommonParameters.LONGEST_NAME);
    private static final Parameter<Long> LIMIT =
            new Parameter.WholeNumber("limit", "How many rows at most; absent: " + DEFAULT_LIMIT, 1, MAX_LIMIT);

    // Materialized: found by the words, not looked for among those who wrote most.
    private static final String USERS = """
            WITH matching AS MATERIALIZED (
                SELECT uid, name, aliases,
                    starts_with(searched, chr(10) || forum.plain(:name))
                        OR strpos(searched, chr(10) || forum.german(:name)) > 0
                            AND starts_with(forum.german(name), forum.german(:name)) AS begins
                FROM forum.users
                WHERE uid = :uid OR ${words}
            )
            SELECT uid, name, aliases, coalesce(posts, 0) AS post_count
            FROM matching
            LEFT JOIN (SELECT uid, posts FROM stats.poster_year WHERE bid = 0 AND year = 0) n USING (uid)
            ORDER BY uid = :uid DESC, begins DESC, post_count DESC, uid
            LIMIT :limit
            """;
    private static final String WORD =
            "(searched LIKE '%' || forum.plain(:word${n}) || '%' OR searched LIKE '%' || forum.german(:word${n}) || '%')";

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
        var name = arguments.require(NAME).strip();
        var words = SPACE.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        var query = database.sql(USERS.replace("${words}", conditions(words.size())))
                .bind("name", name)
                .bind("uid", NUMBER.matcher(name).matches() ? Long.parseLong(name) : NOBODY)
                .bind("limit", arguments.get(LIMIT, (long) DEFAULT_LIMIT));
        for (var i = 0; i < words.size(); i++) {
            query = query.bind("word" + i, literally(words.get(i)));
        }
        return query.map(FoundUser::of).all().collectList().map(Rows::new);
    }

    private static String conditions(int words) {
        return IntStream.range(0, words)
                .mapToObj(n -> WORD.replace("${n}", String.valueOf(n)))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** As a pattern that has no wildcards. */
    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
