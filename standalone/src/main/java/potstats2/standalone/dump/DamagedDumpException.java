package potstats2.standalone.dump;

/** A file is no dump, or no longer a whole one; the message says in one line where it ceases to be. */
public final class DamagedDumpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedDumpException(String file, long position, String reason) {
        super(file + " is damaged at byte " + position + ": " + reason);
    }
}
