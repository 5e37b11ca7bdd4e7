package potstats2.api.forum;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile page of a generated forum; {@code account} in the words of the API. */
record Profile(
        @Nullable LocalDateTime registered,
        @Nullable LocalDateTime lastSeen,
        @Nullable String account,
        @Nullable LocalDate lockedUntil,
        @Nullable String rank,
        List<String> bars,
        boolean exists) {

    private static final Profile MISSING = new Profile(null, null, null, null, null, List.of(), false);
    private static final Profile PRIVATE = new Profile(null, null, null, null, null, List.of(), true);

    /** Every fifth user has none. */
    static @Nullable Profile of(long uid) {
        var registered = LocalDateTime.of(2002, 1, 31, 23, 59).plusDays(uid);
        return switch ((int) (uid % 5)) {
            case 0 -> null;
            case 1 -> MISSING;
            case 2 -> PRIVATE;
            case 3 ->
                new Profile(
                        registered,
                        null,
                        "locked",
                        LocalDate.of(2007, 2, 28),
                        "\"noob\" <ö>",
                        List.of("rot", "empty", "rot"),
                        true);
            default ->
                new Profile(
                        registered, registered.plusYears(3), "not_yet_activated", null, "", List.of("orange"), true);
        };
    }
}
