package potstats2.api.users;

import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.RequestRefusedException;
import reactor.core.publisher.Mono;

/** Finds users by what a request says of them. */
@Component
public class UserLookup {
    private static final String BY_UID = """
            SELECT :uid AS uid, coalesce(u.name, '') AS name, coalesce(u.aliases, '{}') AS aliases
            FROM (VALUES (1)) AS one
            LEFT JOIN forum.users u ON u.uid = :uid
            WHERE u.uid IS NOT NULL OR EXISTS (SELECT FROM stats.poster_year p WHERE p.uid = :uid)
            """;
    // Materialized: found by the name, not looked for from the largest UID on.
    private static final String BY_NAME = """
            WITH same AS MATERIALIZED (
                SELECT uid, name, aliases
                FROM forum.users
                WHERE forum.folded(name) = forum.folded(:name)
            )
            SELECT uid, name, aliases
            FROM same
            ORDER BY uid DESC
            LIMIT 1
            """;
    private static final String BY_UIDS = """
            SELECT uid, name, aliases
            FROM forum.users
            WHERE uid = ANY (:uids)
            """;

    private final DatabaseClient database;

    UserLookup(DatabaseClient database) {
        this.database = database;
    }

    /** The user of a number; fails with {@link RequestRefusedException} where nothing is known of one. */
    public Mono<User> byUid(long uid) {
        return database.sql(BY_UID)
                .bind("uid", uid)
                .map(row -> User.of(row))
                .one()
                .switchIfEmpty(Mono.error(() -> RequestRefusedException.userNotFound(String.valueOf(uid))));
    }

    /** The user of a name in any case, the one of the largest UID of several; fails where there is none. */
    public Mono<User> byName(String name) {
        return database.sql(BY_NAME)
                .bind("name", name)
                .map(row -> User.of(row))
                .one()
                .switchIfEmpty(Mono.error(() -> RequestRefusedException.userNotFound(name)));
    }

    /** The users of numbers, each read once however many rows name them; one who is not known has no name. */
    public Mono<LongFunction<User>> byUids(Stream<Long> uids) {
        return database.sql(BY_UIDS)
                .bind("uids", uids.distinct().toArray(Long[]::new))
                .map(row -> User.of(row))
                .all()
                .collectMap(User::uid)
                .map(known -> uid -> known.getOrDefault(uid, User.unknown(uid)));
    }
}
