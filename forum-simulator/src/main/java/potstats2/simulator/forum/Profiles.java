package potstats2.simulator.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes up users' profiles. */
final class Profiles {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String[] COLOURS = {"orange", "gruen", "schwarz", "empty", "rot", "blau", "hellblau"};
    private static final String[] RANKS = {
        "Kaulquappe", "Gelegenheitsschreiber", "Stammgast", "Größe des Forums", "Legende"
    };

    private Profiles() {}

    /** Whether the user's name is the number of the next user, whose profile it hides. */
    static boolean shadowsNext(int user) {
        return user % 97 == 12;
    }

    private static boolean shadowed(int user) {
        return user > 0 && shadowsNext(user - 1);
    }

    private static boolean missing(int user) {
        return user % 97 == 50;
    }

    /** The page that answers for a user; nothing where the forum says there is no such user. */
    static @Nullable Profile profile(ForumState forum, @Nullable UserState asked) {
        if (asked == null || missing(asked.index) || forum.isGuest(asked.index)) {
            return null;
        }
        var user = shadowed(asked.index) ? forum.users.get(asked.index - 1) : asked;
        var dice = new Dice(forum.shape.seed(), Dice.Purpose.PROFILE, user.index);
        int firstSeen = (int) Math.min(user.firstPostTime, forum.shape.until().getEpochSecond());
        var registered = minute(firstSeen - dice.below(400 * 24 * 3600));
        boolean seen = dice.chance(0.8);
        var lastSeen =
                minute((int) (firstSeen + dice.unit() * (forum.shape.until().getEpochSecond() - firstSeen)));
        boolean online = dice.chance(0.1);
        var lockedUntil = LocalDate.of(2019, 2, 1).plusDays(dice.below(3000));
        int account = user.index % 12;
        return new Profile(
                user.uid,
                user.name(),
                registered,
                seen ? lastSeen : null,
                dice.chance(0.3) ? " gerade eben, über Handy" : "",
                online ? "online" : "offline",
                switch (account) {
                    case 4 -> "gesperrt";
                    case 6 -> "gesperrt bis " + lockedUntil.format(DAY);
                    case 10 -> "noch nicht freigeschaltet";
                    default -> "aktiv";
                },
                account == 6 ? lockedUntil : null,
                dice.pick(RANKS),
                rankBars(dice, user.index % 5),
                dice.below(50_000),
                forum.odd(Oddity.NEWER_PROFILES) && dice.chance(0.5));
    }

    private static LocalDateTime minute(int time) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(time), ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    /** 9 or 11 images, or a number that only special ranks have. */
    private static List<String> rankBars(Dice dice, int kind) {
        int images = switch (kind) {
            case 0 -> 11;
            case 1 -> dice.below(2) == 0 ? 4 : 13;
            default -> 9;
        };
        var bars = new ArrayList<String>();
        bars.add("links");
        while (bars.size() < images - 1) {
            bars.add(dice.pick(COLOURS));
        }
        bars.add("rechts");
        return bars;
    }
}
