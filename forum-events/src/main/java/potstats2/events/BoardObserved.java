package potstats2.events;

import java.time.Instant;

/**
 * A board as the forum listed it; see {@link Ranges} for what its values may be. Topic {@link Topic#BOARDS}, key: the BID in decimal.
 *
 * @param bid the board, positive
 * @param name the board's name
 * @param description the board's description, may be empty
 * @param category the category the board stands in
 * @param observedAt when the forum's answer was received; of two observations the later one holds
 */
public record BoardObserved(long bid, String name, String description, Category category, Instant observedAt)
        implements ForumEvent {

    public BoardObserved {
        Ranges.requireId("bid", bid);
        Ranges.requireText("name", name);
        Ranges.requireText("description", description);
        Ranges.requireTime("observedAt", observedAt);
    }

    @Override
    public Topic topic() {
        return Topic.BOARDS;
    }

    @Override
    public String key() {
        return String.valueOf(bid);
    }

    @Override
    public void handle(Handler handler) {
        handler.board(this);
    }

    /**
     * A group of boards.
     *
     * @param cid the category, 0 where the answer did not say
     * @param name the category's name
     * @param description the category's description, may be empty
     */
    public record Category(long cid, String name, String description) {
        public Category {
            Ranges.requireIdOrNone("cid", cid);
            Ranges.requireText("category name", name);
            Ranges.requireText("category description", description);
        }
    }
}
