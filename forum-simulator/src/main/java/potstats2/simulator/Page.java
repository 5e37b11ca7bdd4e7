package potstats2.simulator;

import java.nio.ByteBuffer;

/**
 * A proper answer.
 *
 * @param kind what was asked for
 * @param contentType as the header claims, not always truly
 */
record Page(RequestCounts.Kind kind, int status, String contentType, ByteBuffer body) {

    boolean xml() {
        return contentType.startsWith("text/xml");
    }
}
