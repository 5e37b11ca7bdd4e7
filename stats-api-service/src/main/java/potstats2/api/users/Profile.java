package potstats2.api.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.ProfileObserved.AccountState;

/**
 * What a user's profile page shows. Dates and times are the forum's local ones.
 *
 * @param registered when the user joined
 * @param lastSeen when the user was last seen, absent where that is private
 * @param account state of the account
 * @param lockedUntil the day a lock ends, where the page names one
 * @param rank the rank's text
 * @param rankBars the rank images' colours from left to right
 */
record Profile(
        @Nullable LocalDateTime registered,
        @JsonProperty("last_seen") @Nullable LocalDateTime lastSeen,
        @Nullable AccountState account,
        @JsonProperty("locked_until") @Nullable LocalDate lockedUntil,
        @Nullable String rank,
        @JsonProperty("rank_bars") List<String> rankBars) {

    Profile {
        rankBars = List.copyOf(rankBars);
    }

    /** Null where no profile is known. */
    static @Nullable Profile find(Readable row) {
        var bars = row.get("rank_bars", String[].class);
        if (bars == null) {
            return null;
        }
        var account = row.get("account", String.class);
        return new Profile(
                row.get("registered_at", LocalDateTime.class),
                row.get("last_seen_at", LocalDateTime.class),
                account == null ? null : AccountState.valueOf(account),
                row.get("locked_until", LocalDate.class),
                row.get("rank", String.class),
                List.of(bars));
    }
}
