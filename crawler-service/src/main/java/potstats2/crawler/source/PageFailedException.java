package potstats2.crawler.source;

import java.net.URI;

/** A page that could not be had, or not be read, and was given up. */
public final class PageFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RequestKind kind;
    private final URI url;
    private final transient byte[] body;
    private final long length;
    private final boolean transientFailure;

    /**
     * A page that was given up.
     *
     * @param body what came back
     * @param length how long it was
     * @param transientFailure whether asking again later may help
     */
    public PageFailedException(
            RequestKind kind, URI url, byte[] body, long length, boolean transientFailure, Throwable cause) {
        super(cause.getMessage(), cause);
        this.kind = kind;
        this.url = url;
        this.body = body.clone();
        this.length = length;
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
        return body.clone();
    }

    /** How long the answer was; more than {@link #body()} where it was cut. */
    public long length() {
        return length;
    }

    /** Whether asking again later may help. */
    public boolean isTransient() {
        return transientFailure;
    }
}
