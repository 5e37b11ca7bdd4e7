package potstats2.crawler.forum;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
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

    /** Whether the answer took too long, rather than none or a wrong one coming. */
    boolean isTimeout() {
        return getCause() instanceof TimeoutException
                || getCause() instanceof io.netty.handler.timeout.TimeoutException;
    }

    /** How long the forum asked to wait, where it did. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
