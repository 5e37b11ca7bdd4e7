package potstats2.api.quotes;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.users.User;
import potstats2.api.users.UserLookup;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** Who quotes whom, and how often. */
@Component
class SocialGraphApi implements Api {
    private static final String QUOTES = """
            SELECT from_uid, to_uid, count
            FROM ${rows}
            ORDER BY count DESC, from_uid, to_uid
            LIMIT :limit
            """;

    private final DatabaseClient database;
    private final UserLookup users;

    SocialGraphApi(DatabaseClient database, UserLookup users) {
        this.database = database;
        this.users = users;
    }

    @Override
    public String name() {
        return "social-graph";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(CommonParameters.BID, CommonParameters.LIMIT);
    }

    @Override
    public Mono<Rows<Edge>> answer(Arguments arguments) {
        return QuoteCounts.ROWS
                .ask(database, arguments.period(), rows -> QUOTES.replace("${rows}", rows))
                .bind("bid", arguments.boardOrAll())
                .bind("limit", arguments.limit())
                .map(Quotes::of)
                .all()
                .collectList()
                .flatMap(this::edges)
                .map(Rows::new);
    }

    private Mono<List<Edge>> edges(List<Quotes> all) {
        return users.byUids(all.stream().flatMap(quotes -> Stream.of(quotes.from(), quotes.to())))
                .map(named -> edges(all, named));
    }

    /** The first has the largest count of all, whatever the limit. */
    private static List<Edge> edges(List<Quotes> all, LongFunction<User> named) {
        return all.stream()
                .map(quotes -> new Edge(
                        named.apply(quotes.from()),
                        named.apply(quotes.to()),
                        quotes.count(),
                        (double) quotes.count() / all.get(0).count()))
                .toList();
    }

    private record Quotes(long from, long to, long count) {

        static Quotes of(Readable row) {
            return new Quotes(
                    Columns.number(row, "from_uid"), Columns.number(row, "to_uid"), Columns.number(row, "count"));
        }
    }
}
