package potstats2.api.cache;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import reactor.core.publisher.Mono;

/** Asks the database what was refreshed: what it says is what its answers hold, however late the news are. */
@Component
class GenerationsReader {
    // One statement, one snapshot. Without a row in stats.state there are no numbers yet.
    private static final String CHANGES = """
            SELECT s.generation AS newest, s.time_zone, d.day, (d.day + 1)::timestamp AT TIME ZONE s.time_zone AS day_ends, c.year, c.bid, c.generation,
                (SELECT system_identifier FROM pg_control_system()) || '/' || current_database() || '/'
                    || 'stats.scopes'::regclass::oid AS database
            FROM stats.state s
            CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE s.time_zone)::date AS day) d
            LEFT JOIN stats.scopes c ON c.generation > :known
            """;

    private final DatabaseClient database;

    GenerationsReader(DatabaseClient database) {
        this.database = database;
    }

    /** Nothing where there are no numbers yet. */
    Mono<Generations> read(@Nullable Generations known) {
        return changesSince(known == null ? -1 : known.newest()).flatMap(changes -> merge(known, changes));
    }

    private Mono<List<Change>> changesSince(long generation) {
        return database.sql(CHANGES)
                .bind("known", generation)
                .map(Change::of)
                .all()
                .collectList();
    }

    private Mono<Generations> merge(@Nullable Generations known, List<Change> changes) {
        var first = changes.stream().findFirst().orElse(null);
        if (first == null) {
            return Mono.empty();
        }
        if (known != null && (!known.database().equals(first.database) || first.newest < known.newest())) {
            return read(null); // made anew, or restored from a backup
        }
        var scopes = new HashMap<>(known == null ? Map.<Generations.Part, Long>of() : known.scopes());
        changes.forEach(change -> change.scope.ifPresent(scope -> scopes.put(scope, change.generation)));
        return Mono.just(
                new Generations(first.database, first.timeZone, first.day, first.dayEnds, first.newest, scopes));
    }

    private record Change(
            String database,
            String timeZone,
            LocalDate day,
            Instant dayEnds,
            long newest,
            Optional<Generations.Part> scope,
            long generation) {

        static Change of(Readable row) {
            var year = row.get("year", Integer.class);
            return new Change(
                    Columns.text(row, "database"),
                    Columns.text(row, "time_zone"),
                    Columns.day(row, "day"),
                    Columns.instant(row, "day_ends"),
                    Columns.number(row, "newest"),
                    year == null
                            ? Optional.empty()
                            : Optional.of(new Generations.Part(year, Columns.number(row, "bid"))),
                    year == null ? 0 : Columns.number(row, "generation"));
        }
    }
}
