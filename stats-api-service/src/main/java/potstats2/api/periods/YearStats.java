package potstats2.api.periods;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How much was written in a year.
 *
 * @param year the calendar year
 * @param activity what was written in it
 */
record YearStats(
        @JsonProperty("year") int year, @JsonUnwrapped Activity activity) {}
