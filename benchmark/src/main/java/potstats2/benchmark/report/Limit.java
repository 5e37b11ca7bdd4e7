package potstats2.benchmark.report;

/**
 * What a figure is compared with, measured in the same run where it is no constant.
 *
 * @param what it is, in a few words
 * @param value in the unit of the figure
 */
public record Limit(String what, double value) {}
