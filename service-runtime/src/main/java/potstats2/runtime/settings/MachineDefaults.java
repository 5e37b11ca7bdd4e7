package potstats2.runtime.settings;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The language and the time zone of the machine. A process sets them aside before it does anything else, for the sake of
 * the libraries: in Turkish, Kafka does not find its own enum constants.
 */
public final class MachineDefaults {
    private static final ZoneId ZONE = ZoneId.systemDefault();

    private MachineDefaults() {}

    /** The first thing in every {@code main}. */
    public static void setAside() {
        // People are spoken to in English; for everybody else it has the letters and digits of Locale.ROOT.
        Locale.setDefault(Locale.ENGLISH);
        // What the JDBC driver asks PostgreSQL for at each connection, whether PostgreSQL knows it or not.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    /** The machine's own, also when it was set aside. */
    static ZoneId zone() {
        return ZONE;
    }
}
