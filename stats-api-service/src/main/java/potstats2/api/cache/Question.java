package potstats2.api.cache;

/**
 * What was asked, however it was spelt.
 *
 * @param api the API's name
 * @param query its arguments in a fixed order
 * @param firstYear the first year that the answer depends on, 0 for all
 * @param lastYear the last year that the answer depends on, 0 for all
 * @param bid the board that the answer depends on, 0 for all
 */
public record Question(String api, String query, int firstYear, int lastYear, long bid) {}
