package potstats2.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile page, parsed; see {@link Ranges} for what its values may be. Topic {@link Topic#PROFILES}, key: the UID in decimal. Dates and times are the forum's
 * local ones, as its pages show them.
 *
 * @param uid the user
 * @param name the name on the page; only names a user of whom neither a post nor an edit is known
 * @param registeredAt when the user joined
 * @param lastSeenAt when the user was last seen, absent where that is private
 * @param online the text behind the last-seen date or in the status row, as shown
 * @param account state of the account
 * @param lockedUntil the day a lock ends, where the page names one
 * @param rank the rank's text
 * @param rankBars the rank images' colours from left to right, decoration left out
 * @param standardRank whether the number of rank images is one of a standard rank
 * @param exists false: the forum says there is no such user, all else is absent
 * @param observedAt when the page was received
 */
public record ProfileObserved(
        long uid,
        @Nullable String name,
        @Nullable LocalDateTime registeredAt,
        @Nullable LocalDateTime lastSeenAt,
        @Nullable String online,
        @Nullable AccountState account,
        @Nullable LocalDate lockedUntil,
        @Nullable String rank,
        List<String> rankBars,
        boolean standardRank,
        boolean exists,
        Instant observedAt)
        implements ForumEvent {

    public ProfileObserved {
        rankBars = List.copyOf(rankBars);
        Ranges.requireId("uid", uid);
        Ranges.requireText("name", name);
        Ranges.requireTime("registeredAt", registeredAt);
        Ranges.requireTime("lastSeenAt", lastSeenAt);
        Ranges.requireText("online", online);
        Ranges.requireDay("lockedUntil", lockedUntil);
        Ranges.requireText("rank", rank);
        Ranges.requireTexts("rankBars", rankBars);
        Ranges.requireTime("observedAt", observedAt);
    }

    @Override
    public Topic topic() {
        return Topic.PROFILES;
    }

    @Override
    public String key() {
        return String.valueOf(uid);
    }

    @Override
    public void handle(Handler handler) {
        handler.profile(this);
    }

    /** What a user's account may do. */
    public enum AccountState {
        /** {@code aktiv} */
        ACTIVE,
        /** {@code gesperrt} or {@code gesperrt bis …} */
        LOCKED,
        /** {@code noch nicht freigeschaltet} */
        NOT_YET_ACTIVATED,
        /** A state this version does not know. */
        UNKNOWN
    }
}
