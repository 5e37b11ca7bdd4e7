package potstats2.api.days;

/** The numbers that a heat map can show. */
enum DayStatistic {
    POST_COUNT("posts"),
    EDIT_COUNT("edits"),
    AVG_POST_LENGTH("(2 * length + posts) / (2 * posts)"),
    THREADS_CREATED("threads"),
    ACTIVE_USERS("active_users");

    private final String expression;

    DayStatistic(String expression) {
        this.expression = expression;
    }

    /** It in terms of the columns of {@code stats.board_day}. */
    String expression() {
        return expression;
    }
}
