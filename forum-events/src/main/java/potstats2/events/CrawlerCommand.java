package potstats2.events;

/** What the crawler is asked to read next. Topic {@link Topic#COMMANDS}. */
public sealed interface CrawlerCommand extends Event permits CrawlBoard, ReadAgain {

    @Override
    default Topic topic() {
        return Topic.COMMANDS;
    }

    @Override
    String key();

    /** Calls the method for what this is, and returns what it returns. */
    <T> T handle(Handler<T> handler);

    /** Whoever obeys commands obeys each kind of them. */
    interface Handler<T> {
        T crawl(CrawlBoard command);

        T readAgain(ReadAgain command);
    }
}
