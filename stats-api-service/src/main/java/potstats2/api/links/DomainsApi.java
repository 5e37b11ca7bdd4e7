package potstats2.api.links;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.PeriodQuery;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** The domains linked to most. */
@Component
class DomainsApi implements Api {
    private static final String DOMAINS = """
            SELECT domain, count
            FROM ${rows}
            ORDER BY count DESC, domain COLLATE "C"
            LIMIT :limit
            """;

    private static final PeriodQuery ROWS = new PeriodQuery("""
            (
                SELECT domain, count FROM stats.domain_year WHERE year = :year AND type = :type
            )""", """
            (
                SELECT domain, sum(count)::bigint AS count
                FROM (
                    SELECT domain, count
                    FROM stats.domain_year
                    WHERE year BETWEEN :first_year AND :last_year AND type = :type
                    UNION ALL
                    SELECT domain, count
                    FROM stats.link_day
                    WHERE ${days} AND (:type = 'all' OR type = :type)
                )
                GROUP BY domain
            )""");

    private final DatabaseClient database;

    DomainsApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "domains";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(LinkType.PARAMETER, CommonParameters.LIMIT);
    }

    @Override
    public Mono<Rows<Domain>> answer(Arguments arguments) {
        return ROWS.ask(database, arguments.period(), rows -> DOMAINS.replace("${rows}", rows))
                .bind("type", LinkType.orAll(arguments))
                .bind("limit", arguments.limit())
                .map(Domain::of)
                .all()
                .collectList()
                .map(Rows::new);
    }
}
