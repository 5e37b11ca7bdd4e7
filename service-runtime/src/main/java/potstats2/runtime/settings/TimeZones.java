package potstats2.runtime.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.PropertyResolver;

/**
 * The time zones by which days can be counted: names that Java and PostgreSQL read alike. PostgreSQL takes {@code CET} for
 * a zone or for a fixed offset, depending on where it stands, and the sign of {@code +02:00} the other way round.
 */
final class TimeZones {
    static final String SETTING = "potstats2.time-zone";
    private static final String FORUM_URL = "potstats2.crawler.forum-url";

    /** Zones of a rule in place of a region: the databases of Java and PostgreSQL fill them in differently. */
    private static final Pattern RULE = Pattern.compile("SystemV/.*|[CEMW]ET|[A-Z]{3}\\d[A-Z]{3}");

    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT|UT|Z)?([+-]\\d{1,2}(?::?\\d{2})?)");
    private static final Pattern FORUM_MODS_DE =
            Pattern.compile("https?://forum\\.mods\\.de\\.?(:\\d*)?(/.*)?", Pattern.CASE_INSENSITIVE);

    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !RULE.matcher(name).matches())
            .sorted()
            .toList();

    /** What is usually meant by an abbreviation, where Java does not say it. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("CET", "Europe/Berlin"),
            Map.entry("CEST", "Europe/Berlin"),
            Map.entry("MET", "Europe/Berlin"),
            Map.entry("MEST", "Europe/Berlin"),
            Map.entry("MEZ", "Europe/Berlin"),
            Map.entry("MESZ", "Europe/Berlin"),
            Map.entry("EET", "Europe/Helsinki"),
            Map.entry("EEST", "Europe/Helsinki"),
            Map.entry("WET", "Europe/Lisbon"),
            Map.entry("WEST", "Europe/Lisbon"),
            Map.entry("BST", "Europe/London"),
            Map.entry("MSK", "Europe/Moscow"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("AST", "America/Halifax"),
            Map.entry("ADT", "America/Halifax"),
            Map.entry("YST", "America/Anchorage"),
            Map.entry("HST", "Pacific/Honolulu"),
            Map.entry("Z", "UTC"),
            Map.entry("UT", "UTC"));

    private TimeZones() {}

    /** What is wrong with a name and which one was meant; nothing where it can be used. */
    static Optional<String> complaint(String name) {
        return NAMES.contains(name)
                ? Optional.empty()
                : Optional.of(Text.quoted(name) + " is not a time zone such as Europe/Berlin, did you mean "
                        + nearest(name.strip()) + "?");
    }

    /** The forum's own zone, or else the one of this machine, as far as it can be used. */
    static String byDefault(PropertyResolver settings, ZoneId machine) {
        return isOfTheForum(settings)
                ? "Europe/Berlin"
                : complaint(machine.getId()).isEmpty() ? machine.getId() : "UTC";
    }

    /** What to say where the machine's zone had to be replaced. */
    static Optional<String> warning(PropertyResolver settings, ZoneId machine) {
        return settings.containsProperty(SETTING) || isOfTheForum(settings)
                ? Optional.empty()
                : complaint(machine.getId()).map(complaint -> "Days are counted in UTC: this machine's " + complaint);
    }

    private static boolean isOfTheForum(PropertyResolver settings) {
        var forum = settings.getProperty(FORUM_URL);
        return forum == null || FORUM_MODS_DE.matcher(forum.strip()).matches();
    }

    private static String nearest(String name) {
        var offset = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
        if (offset.matches()) {
            return ofOffset(offset.group(1));
        }
        var abbreviation = name.toUpperCase(Locale.ROOT).replaceFirst("^SYSTEMV/", "");
        var standard = abbreviation.replaceFirst("\\d.*", "");
        var known = Optional.ofNullable(ABBREVIATIONS.get(standard))
                .or(() -> Optional.ofNullable(ZoneId.SHORT_IDS.get(standard)).filter(NAMES::contains));
        return known.orElseGet(() -> named(name));
    }

    /** A zone that lies so far from UTC all the year: those named after their offset count it westwards. */
    private static String ofOffset(String text) {
        try {
            var offset = ZoneOffset.of(text);
            return offset.equals(ZoneOffset.UTC)
                    ? "UTC"
                    : NAMES.stream()
                            .filter(name -> isAlways(offset, ZoneId.of(name)))
                            .min(Comparator.comparing(name -> !name.startsWith("Etc/")))
                            .orElse("UTC");
        } catch (DateTimeException e) {
            return "UTC";
        }
    }

    private static boolean isAlways(ZoneOffset offset, ZoneId zone) {
        var now = Instant.now();
        return zone.getRules().getOffset(now).equals(offset) && zone.getRules().nextTransition(now) == null;
    }

    /** A city stands for its zone. */
    private static String named(String name) {
        return NAMES.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> NAMES.stream()
                        .filter(known ->
                                known.substring(known.lastIndexOf('/') + 1).equalsIgnoreCase(name))
                        .min(Comparator.comparing(known -> !known.contains("/"))))
                .orElseGet(() -> Spelling.nearest(name, NAMES));
    }
}
