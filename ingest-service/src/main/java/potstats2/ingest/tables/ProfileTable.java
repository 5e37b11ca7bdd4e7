package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.flags;
import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.lists;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.texts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.ProfileObserved;
import reactor.core.publisher.Mono;

/** Table {@code forum.profiles}. */
final class ProfileTable {
    private static final String UPSERT = """
            WITH written AS (
                INSERT INTO forum.profiles AS p
                    (uid, registered_at, last_seen_at, observed_at, locked_until, standard_rank, exists, name, online,
                     account, rank, rank_bars)
                SELECT uid, registered::timestamp, seen::timestamp, observed_at,
                    locked::date, standard_rank, known, name, online, account, rank, bars::text[]
                FROM unnest(:uids::bigint[], :registered::text[], :seen::text[], :observed::timestamptz[], :locked::text[],
                            :standardRanks::boolean[], :exist::boolean[], :names::text[], :online::text[],
                            :accounts::text[], :ranks::text[], :bars::text[])
                    AS n (uid, registered, seen, observed_at, locked, standard_rank, known, name, online, account, rank,
                          bars)
                ON CONFLICT (uid) DO UPDATE SET
                    registered_at = excluded.registered_at, last_seen_at = excluded.last_seen_at,
                    observed_at = excluded.observed_at, locked_until = excluded.locked_until,
                    standard_rank = excluded.standard_rank, exists = excluded.exists, name = excluded.name,
                    online = excluded.online, account = excluded.account, rank = excluded.rank,
                    rank_bars = excluded.rank_bars
                WHERE excluded.observed_at > p.observed_at
                RETURNING new.uid, old.name IS DISTINCT FROM new.name AS renamed,
                    (old.registered_at, old.last_seen_at, old.locked_until, old.exists, old.account, old.rank, old.rank_bars)
                        IS DISTINCT FROM
                    (new.registered_at, new.last_seen_at, new.locked_until, new.exists, new.account, new.rank, new.rank_bars)
                        AS changed
            )
            SELECT uid, renamed FROM written WHERE renamed OR changed
            """;

    private final DatabaseClient database;

    ProfileTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> write(List<ProfileObserved> profiles, Changes changes) {
        if (profiles.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(UPSERT)
                .bind("uids", longs(profiles, ProfileObserved::uid))
                .bind("registered", texts(profiles, profile -> text(profile.registeredAt())))
                .bind("seen", texts(profiles, profile -> text(profile.lastSeenAt())))
                .bind("observed", instants(profiles, ProfileObserved::observedAt))
                .bind("locked", texts(profiles, profile -> text(profile.lockedUntil())))
                .bind("standardRanks", flags(profiles, ProfileObserved::standardRank))
                .bind("exist", flags(profiles, ProfileObserved::exists))
                .bind("names", texts(profiles, ProfileObserved::name))
                .bind("online", texts(profiles, ProfileObserved::online))
                .bind("accounts", texts(profiles, profile -> text(profile.account())))
                .bind("ranks", texts(profiles, ProfileObserved::rank))
                .bind("bars", lists(profiles, ProfileObserved::rankBars))
                .map(row -> new Written(Fields.number(row, "uid"), Fields.flag(row, "renamed")))
                .all()
                .doOnNext(written -> changes.profile(written.uid(), written.renamed()))
                .then();
    }

    private record Written(long uid, boolean renamed) {}

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}
