package potstats2.api.quotes;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.quotes.Relations.Relation;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.users.User;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** Whom one user quotes and who quotes them. */
@Component
class UserRelationsApi implements Api {
    // Materialized: in the order of the counts, a user's rows would be far between those of all others.
    private static final String RELATIONS = """
            WITH quotes AS MATERIALIZED (
                SELECT to_uid AS uid, count
                FROM ${rows}
                WHERE from_uid = :uid
            ),
            quoted_by AS MATERIALIZED (
                SELECT from_uid AS uid, count
                FROM ${rows}
                WHERE to_uid = :uid
            )
            SELECT quotes, uid, coalesce(name, '') AS name, coalesce(aliases, '{}') AS aliases, count
            FROM (
                (SELECT true AS quotes, uid, count FROM quotes ORDER BY count DESC, uid LIMIT :limit)
                UNION ALL
                (SELECT false, uid, count FROM quoted_by ORDER BY count DESC, uid LIMIT :limit)
            )
            LEFT JOIN forum.users USING (uid)
            ORDER BY count DESC, uid
            """;

    private final DatabaseClient database;

    UserRelationsApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "user-relations";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(
                CommonParameters.UID,
                CommonParameters.YEAR,
                CommonParameters.MONTH,
                CommonParameters.BID,
                CommonParameters.LIMIT);
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(CommonParameters.UID);
    }

    @Override
    public Mono<Relations> answer(Arguments arguments) {
        return QuoteCounts.ROWS
                .ask(database, arguments.period(), rows -> RELATIONS.replace("${rows}", rows))
                .bind("uid", arguments.require(CommonParameters.UID))
                .bind("bid", arguments.boardOrAll())
                .bind("limit", arguments.limit())
                .map(Side::of)
                .all()
                .collectList()
                .map(sides -> new Relations(relations(sides, true), relations(sides, false)));
    }

    private static List<Relation> relations(List<Side> sides, boolean quotes) {
        return sides.stream()
                .filter(side -> side.quotes() == quotes)
                .map(Side::relation)
                .toList();
    }

    private record Side(boolean quotes, Relation relation) {

        static Side of(Readable row) {
            return new Side(
                    Objects.requireNonNull(row.get("quotes", Boolean.class)),
                    new Relation(User.of(row), Columns.number(row, "count")));
        }
    }
}
