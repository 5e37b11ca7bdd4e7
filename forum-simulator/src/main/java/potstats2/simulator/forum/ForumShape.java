package potstats2.simulator.forum;

import java.time.Instant;
import java.util.Set;

/**
 * What a forum is generated from; the same shape gives the same forum.
 *
 * @param posts how many posts were ever written, from 1 to 20 million
 * @param seed decides everything left to chance
 * @param until when the newest generated post was written, at the latest
 * @param oddities what the forum does beyond the plain contract
 */
public record ForumShape(int posts, long seed, Instant until, Set<Oddity> oddities) {

    static final Instant BEGINNING = Instant.parse("2003-01-01T00:00:00Z");

    private static final int MOST_POSTS = 20_000_000;

    public ForumShape {
        if (posts < 1 || posts > MOST_POSTS) {
            throw new IllegalArgumentException("posts must be from 1 to " + MOST_POSTS + ", not " + posts);
        }
        if (!until.isAfter(BEGINNING)) {
            throw new IllegalArgumentException("the forum must last beyond " + BEGINNING + ", not until " + until);
        }
        oddities = Set.copyOf(oddities);
    }
}
