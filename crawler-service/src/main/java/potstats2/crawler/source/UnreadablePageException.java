package potstats2.crawler.source;

/** An answer of the forum that is not the page it should be; the message says what it is instead. */
public class UnreadablePageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what it is instead. */
    public UnreadablePageException(String message) {
        super(message);
    }

    /** The message says what it is instead. */
    public UnreadablePageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the next answer may well be the page. */
    public boolean isTransient() {
        return false;
    }
}
