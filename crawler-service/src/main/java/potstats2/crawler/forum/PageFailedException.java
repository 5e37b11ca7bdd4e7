package potstats2.crawler.forum;

import java.net.URI;

/** A page that could not be had, or not be read, and was given up. */
public final class PageFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RequestKind kind;
    private final URI url;
    private final transient Body body;
    private final boolean transientFailure;

    PageFailedException(RequestKind kind, URI url, Body body, boolean transientFailure, Throwable cause) {
        super(cause.getMessage(), cause);
        this.kind = kind;
        this.url = url;
        this.body = body;
        this.transientFailure = transientFailure;
    }

    /** What was asked. */
    public RequestKind kind() {
        return kind;
    }

    /** Where it was asked. */
    public URI url() {
        return url;
    }

    /** What came back, as far as it was received and kept. */
    public byte[] body() {
        return body.bytes();
    }

    /** How long the answer was; more than {@link #body()} where it was cut. */
    public long length() {
        return body.length();
    }

    /** Whether asking again later may help. */
    public boolean isTransient() {
        return transientFailure;
    }
}
