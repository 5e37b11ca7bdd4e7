package potstats2.api.quotes;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.users.User;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** Who quotes whom, and how often. */
@Component
class SocialGraphApi implements Api {
    // The first row has the largest count of all, whatever the limit.
    private static final String EDGES = """
            WITH edges AS (
                SELECT from_uid, to_uid, count
                FROM stats.quote_relation
                WHERE bid = :bid AND year = :year
                ORDER BY count DESC, from_uid, to_uid
                LIMIT :limit
            )
            SELECT from_uid, coalesce(f.name, '') AS from_name, coalesce(f.aliases, '{}') AS from_aliases,
                to_uid, coalesce(t.name, '') AS to_name, coalesce(t.aliases, '{}') AS to_aliases,
                count, count::double precision / max(count) OVER () AS intensity
            FROM edges
            LEFT JOIN forum.users f ON f.uid = from_uid
            LEFT JOIN forum.users t ON t.uid = to_uid
            ORDER BY count DESC, from_uid, to_uid
            """;

    private final DatabaseClient database;

    SocialGraphApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "social-graph";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CommonParameters.YEAR, CommonParameters.BID, CommonParameters.LIMIT);
    }

    @Override
    public Mono<Rows<Edge>> answer(Arguments arguments) {
        return database.sql(EDGES)
                .bind("bid", arguments.boardOrAll())
                .bind("year", arguments.yearOrAll())
                .bind("limit", arguments.limit())
                .map(SocialGraphApi::edge)
                .all()
                .collectList()
                .map(Rows::new);
    }

    private static Edge edge(Readable row) {
        return new Edge(
                User.of(row, "from_"),
                User.of(row, "to_"),
                Columns.number(row, "count"),
                Columns.fraction(row, "intensity"));
    }
}
