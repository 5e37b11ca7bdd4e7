package potstats2.standalone.operate;

/** A running service did not do what it was asked for; the message says why, in one line. */
public final class OperationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OperationFailedException(String message) {
        super(message);
    }
}
