package potstats2.api.request;

/** Which end of an order comes first. */
public enum Direction {
    DESC("<"),
    ASC(">");

    private final String following;

    Direction(String following) {
        this.following = following;
    }

    /** The SQL operator between a number and the one that it follows. */
    public String following() {
        return following;
    }
}
