package potstats2.crawler.http;

import java.util.concurrent.TimeoutException;
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

    /** Whether the answer took too long, rather than none or a wrong one coming. */
    boolean isTimeout() {
        return getCause() instanceof TimeoutException
                || getCause() instanceof io.netty.handler.timeout.TimeoutException;
    }
}
