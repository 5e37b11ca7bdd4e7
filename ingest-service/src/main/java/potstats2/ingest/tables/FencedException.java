package potstats2.ingest.tables;

/** A stored position is not the one a batch was read from: another consumer has written, nothing of this batch is. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FencedException(String message) {
        super(message);
    }
}
