package potstats2.simulator.forum;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user's profile page shows.
 *
 * @param uid the user whose page it is, not always the one asked for
 * @param lastSeenAt absent where that is private
 * @param afterLastSeen text behind the last-seen date
 * @param online text of the status row
 * @param account as shown, such as {@code gesperrt bis 01.02.2019}
 * @param lockedUntil the day named there
 * @param rankBars colours of all rank images, decoration included
 * @param newerMarkup whether the images' addresses lack the scheme
 */
public record Profile(
        long uid,
        String name,
        LocalDateTime registeredAt,
        @Nullable LocalDateTime lastSeenAt,
        String afterLastSeen,
        String online,
        String account,
        @Nullable LocalDate lockedUntil,
        String rank,
        List<String> rankBars,
        int posts,
        boolean newerMarkup) {}
