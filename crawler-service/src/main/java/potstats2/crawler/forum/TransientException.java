package potstats2.crawler.forum;

import org.jspecify.annotations.Nullable;

/** A failure that another attempt may not meet. */
final class TransientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Body body;

    TransientException(@Nullable String message, Body body, @Nullable Throwable cause) {
        super(message, cause);
        this.body = body;
    }

    Body body() {
        return body;
    }
}
