package potstats2.events;

/** A value that no event has, see {@link Ranges}; the message names it. */
public final class OutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OutOfRangeException(String message) {
        super(message);
    }
}
