package potstats2.events;

import java.net.URI;

/**
 * Asks the crawler for a page that it set aside, and for what it could not read because of that. Key: the page's address.
 *
 * @param url the page's address, as the crawler set it aside
 */
public record ReadAgain(URI url) implements CrawlerCommand {

    @Override
    public String key() {
        return url.toString();
    }

    @Override
    public <T> T handle(Handler<T> handler) {
        return handler.readAgain(this);
    }
}
