package potstats2.api.web;

/**
 * An answer that is not JSON but a table to be saved.
 *
 * @param name of the file that a browser suggests
 * @param text lines of comma-separated values, the first of them the header
 */
public record CsvFile(String name, String text) {}
