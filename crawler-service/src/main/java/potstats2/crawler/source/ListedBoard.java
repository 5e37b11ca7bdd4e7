package potstats2.crawler.source;

import java.time.Instant;
import potstats2.events.BoardObserved;

/**
 * A board as the forum's list of boards shows it.
 *
 * @param bid the board
 * @param name may be empty
 * @param description may be empty
 * @param category where it stands
 * @param numberOfThreads the forum's estimate
 * @param numberOfReplies the forum's estimate
 */
public record ListedBoard(
        long bid,
        String name,
        String description,
        BoardObserved.Category category,
        long numberOfThreads,
        long numberOfReplies) {

    /** Whether both say the same but for the counts. */
    public boolean saysTheSameAs(ListedBoard other) {
        return bid == other.bid
                && name.equals(other.name)
                && description.equals(other.description)
                && category.equals(other.category);
    }

    /** The board as an event. */
    public BoardObserved observed(Instant at) {
        return new BoardObserved(bid, name, description, category, at);
    }
}
