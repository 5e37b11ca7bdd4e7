package potstats2.api.links;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.request.Period;
import potstats2.api.users.UserLookup;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** The users who link to a domain most. */
@Component
class UserDomainsApi implements Api {
    private static final int LONGEST_DOMAIN = 300;
    private static final Parameter<String> DOMAIN =
            new Parameter.Text("domain", "Only links to this domain; absent: to all", LONGEST_DOMAIN);
    private static final Parameter<Long> UID = new Parameter.WholeNumber(
            CommonParameters.UID.name(), "Only links in posts of this user; absent: of all", 0, Long.MAX_VALUE);

    private static final String DOMAINS = """
            SELECT uid, domain, count
            FROM ${rows}
            WHERE true ${filter}
            ORDER BY count DESC, uid, domain COLLATE "C"
            LIMIT :limit
            """;

    private static final String OF_YEAR = """
            (
                SELECT uid, domain, count FROM stats.user_domain WHERE year = :year AND type = :type
            )""";
    private static final String OF_DAYS = """
            (
                SELECT uid, domain, sum(count)::bigint AS count
                FROM stats.link_day
                WHERE day BETWEEN :first AND :last AND (:bid = 0 OR bid = :bid) AND (:type = 'all' OR type = :type)
                GROUP BY uid, domain
            )""";

    private final DatabaseClient database;
    private final UserLookup users;

    UserDomainsApi(DatabaseClient database, UserLookup users) {
        this.database = database;
        this.users = users;
    }

    @Override
    public String name() {
        return "user-domains";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(
                CommonParameters.YEAR,
                CommonParameters.MONTH,
                CommonParameters.BID,
                LinkType.PARAMETER,
                DOMAIN,
                UID,
                CommonParameters.LIMIT);
    }

    @Override
    public Mono<Rows<UserDomain>> answer(Arguments arguments) {
        return question(arguments)
                .bind("type", LinkType.orAll(arguments))
                .bind("limit", arguments.limit())
                .map(Links::of)
                .all()
                .collectList()
                .flatMap(this::named)
                .map(Rows::new);
    }

    private Mono<List<UserDomain>> named(List<Links> all) {
        return users.byUids(all.stream().map(Links::uid))
                .map(user -> all.stream()
                        .map(links -> new UserDomain(user.apply(links.uid()), links.domain(), links.count()))
                        .toList());
    }

    /** A text of its own for every combination of filters, so that each is planned for the index that fits it. */
    private DatabaseClient.GenericExecuteSpec question(Arguments arguments) {
        var domain = arguments.find(DOMAIN);
        var uid = arguments.find(UID);
        var filter = (domain == null ? "" : "AND domain = :domain ") + (uid == null ? "" : "AND uid = :uid");
        var question = rows(arguments.period(), arguments.boardOrAll(), DOMAINS.replace("${filter}", filter));
        question = domain == null ? question : question.bind("domain", domain);
        return uid == null ? question : question.bind("uid", uid);
    }

    private DatabaseClient.GenericExecuteSpec rows(Period period, long bid, String question) {
        var key = period.key();
        return key.isPresent() && bid == 0
                ? database.sql(question.replace("${rows}", OF_YEAR)).bind("year", key.getAsInt())
                : database.sql(question.replace("${rows}", OF_DAYS))
                        .bind("first", period.first())
                        .bind("last", period.last())
                        .bind("bid", bid);
    }

    private record Links(long uid, String domain, long count) {

        static Links of(Readable row) {
            return new Links(Columns.number(row, "uid"), Columns.text(row, "domain"), Columns.number(row, "count"));
        }
    }
}
