package potstats2.api.request;

/** A request that cannot be answered as it stands. The message is for the client and shows nothing internal. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RequestRefusedException(String message) {
        super(message, null, false, false);
    }

    /** An argument whose value cannot be read. */
    public static RequestRefusedException malformed(String argument, String reason) {
        return new RequestRefusedException("Malformed request argument %s: %s".formatted(argument, reason));
    }

    /** An argument whose value is none of the possible ones. */
    public static RequestRefusedException invalid(String argument, String expected) {
        return new RequestRefusedException("Invalid %s: %s expected".formatted(argument, expected));
    }

    /** An argument that the question needs. */
    public static RequestRefusedException missing(String argument) {
        return new RequestRefusedException("Missing request argument %s".formatted(argument));
    }

    /** A user whom nothing is known of. */
    public static RequestRefusedException userNotFound(String user) {
        return new RequestRefusedException("User not found: %s".formatted(user));
    }
}
