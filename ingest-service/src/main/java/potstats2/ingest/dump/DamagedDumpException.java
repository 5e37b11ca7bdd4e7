package potstats2.ingest.dump;

/** A file is no dump, or no longer a whole one; the message says in one line where it ceases to be. */
public final class DamagedDumpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String damage;

    DamagedDumpException(String file, long position, String reason) {
        this(file, "is damaged at byte " + position + ": " + reason);
    }

    private DamagedDumpException(String file, String damage) {
        super(file + " " + damage);
        this.damage = damage;
    }

    /** What follows the file's name in the message. */
    public String damage() {
        return damage;
    }
}
