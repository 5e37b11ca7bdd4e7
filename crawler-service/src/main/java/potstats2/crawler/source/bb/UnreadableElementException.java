package potstats2.crawler.source.bb;

/** An element lacks what it cannot be without; the message says what. */
final class UnreadableElementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableElementException(String message) {
        super(message);
    }
}
