package potstats2.api.days;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import potstats2.api.periods.Activity;

/**
 * What was written on a day.
 *
 * @param date the day
 * @param activity what was written on it
 * @param boards those it was written in, by number
 */
record DayNumbers(LocalDate date, @JsonUnwrapped Activity activity, List<BoardShare> boards) {

    DayNumbers {
        boards = List.copyOf(boards);
    }

    /**
     * How much of it was written in a board.
     *
     * @param bid the forum's number of the board
     * @param name as the forum shows it, empty while unknown
     * @param postCount posts written, at least 1
     */
    record BoardShare(
            long bid,
            String name,
            @JsonProperty("post_count") long postCount) {}
}
