package potstats2.crawler.forum;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure that another attempt may not meet. */
final class TransientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Body body;
    private final @Nullable Duration retryAfter;

    TransientException(@Nullable String message, Body body, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.body = body;
        this.retryAfter = retryAfter;
    }

    Body body() {
        return body;
    }

    /** How long the forum asked to wait, where it did. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
