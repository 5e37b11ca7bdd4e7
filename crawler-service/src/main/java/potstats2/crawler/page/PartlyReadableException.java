package potstats2.crawler.page;

/** A page of a thread on which some posts cannot be read; the others can. */
public final class PartlyReadableException extends UnreadablePageException {
    private static final long serialVersionUID = 1L;

    private final transient ThreadPage page;

    PartlyReadableException(ThreadPage page, String message) {
        super(message);
        this.page = page;
    }

    /** The page with those posts that can be read. */
    public ThreadPage page() {
        return page;
    }
}
