package potstats2.simulator;

import java.time.Duration;

/**
 * How often the forum fails to answer properly; each a probability per request. Whatever fails, a request repeated is
 * answered properly at the third time at the latest.
 *
 * @param serverError answers 500
 * @param unavailable answers 503 with Retry-After
 * @param slow answers late
 * @param reset resets the connection in place of an answer
 * @param truncated ends the answer in its middle
 * @param html answers an HTML page with status 200 in place of an XML document, 500 in place of any other page
 * @param slowness how late
 * @param retryAfter what Retry-After says, in whole seconds
 */
public record Faults(
        double serverError,
        double unavailable,
        double slow,
        double reset,
        double truncated,
        double html,
        Duration slowness,
        Duration retryAfter) {

    public Faults {
        double sum = 0;
        for (double probability : new double[] {serverError, unavailable, slow, reset, truncated, html}) {
            if (!(probability >= 0)) {
                throw new IllegalArgumentException("a fault's probability must be at least 0, not " + probability);
            }
            sum += probability;
        }
        if (sum > 1) {
            throw new IllegalArgumentException("all faults together must have a probability of at most 1, not " + sum);
        }
    }

    public static Faults none() {
        return every(0);
    }

    boolean isNone() {
        return serverError + unavailable + slow + reset + truncated + html == 0;
    }

    /** Some of each, one request in twenty in all. */
    public static Faults some() {
        return every(0.01).withUnavailable(0.002);
    }

    /** Each with the same probability, at most a sixth. */
    public static Faults every(double probability) {
        return new Faults(
                probability,
                probability,
                probability,
                probability,
                probability,
                probability,
                Duration.ofMillis(200),
                Duration.ofSeconds(1));
    }

    public Faults withServerError(double probability) {
        return new Faults(probability, unavailable, slow, reset, truncated, html, slowness, retryAfter);
    }

    public Faults withUnavailable(double probability) {
        return new Faults(serverError, probability, slow, reset, truncated, html, slowness, retryAfter);
    }

    public Faults withSlow(double probability, Duration howSlow) {
        return new Faults(serverError, unavailable, probability, reset, truncated, html, howSlow, retryAfter);
    }

    public Faults withReset(double probability) {
        return new Faults(serverError, unavailable, slow, probability, truncated, html, slowness, retryAfter);
    }

    public Faults withTruncated(double probability) {
        return new Faults(serverError, unavailable, slow, reset, probability, html, slowness, retryAfter);
    }

    public Faults withHtml(double probability) {
        return new Faults(serverError, unavailable, slow, reset, truncated, probability, slowness, retryAfter);
    }
}
