package potstats2.crawler.page;

/** A document that ends before its root element does: it was cut on its way. */
final class TruncatedPageException extends UnreadablePageException {
    private static final long serialVersionUID = 1L;

    TruncatedPageException(Throwable cause) {
        super("the document is cut short", cause);
    }

    @Override
    public boolean isPassing() {
        return true;
    }
}
