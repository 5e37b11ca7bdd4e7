package potstats2.crawler.source.bb;

import potstats2.crawler.source.UnreadablePageException;

/** Another page in place of the one asked for, as a forum under maintenance shows it. */
final class OtherPageException extends UnreadablePageException {
    private static final long serialVersionUID = 1L;

    OtherPageException(String message) {
        super(message);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
