package potstats2.analytics.rollup;

/** Somebody else has moved the position that a refresh wanted to start from. */
public final class LostPositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostPositionException(long position) {
        super("The rollups are no longer at position " + position);
    }
}
