package potstats2.settings;

/** A setting cannot be used; the message names it, its value and where it comes from, in one line. */
public final class BadSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message must be one line. */
    public BadSettingException(String message) {
        super(message);
    }
}
