package potstats2.events;

/** What the crawler is asked to read next. Topic {@link Topic#COMMANDS}. */
public sealed interface CrawlerCommand permits CrawlBoard, ReadAgain {}
