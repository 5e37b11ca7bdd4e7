package potstats2.crawler.source.bb;

import potstats2.crawler.source.UnreadablePageException;

/** A document that ends before it should: it was cut on its way. */
final class TruncatedPageException extends UnreadablePageException {
    private static final long serialVersionUID = 1L;

    private static final String MESSAGE = "the document is cut short";

    TruncatedPageException() {
        super(MESSAGE);
    }

    TruncatedPageException(Throwable cause) {
        super(MESSAGE, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
