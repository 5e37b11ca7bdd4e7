package potstats2.api.forum;

import java.time.LocalDateTime;

/** A post of a generated forum. */
record Post(long pid, long tid, long bid, long uid, LocalDateTime at, int edits, int length) {

    int year() {
        return at.getYear();
    }
}
