package potstats2.runtime.operations;

/** An operation cannot be done as it was asked for; the message says why, in one line. */
public final class OperationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperationRefusedException(String message) {
        super(message);
    }
}
