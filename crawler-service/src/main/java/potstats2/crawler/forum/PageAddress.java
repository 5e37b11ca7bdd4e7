package potstats2.crawler.forum;

import java.net.URI;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import potstats2.crawler.CrawlerProperties;
import potstats2.events.Ranges;

/**
 * Where a page of the forum is.
 *
 * @param kind what it shows
 * @param id of the board, the thread or the user, 0 for the list of boards
 * @param page from 1, where what it shows has pages
 */
public record PageAddress(RequestKind kind, long id, int page) {

    private static final Pattern BOARDS = Pattern.compile("/xml/boards\\.php$");
    private static final Pattern BOARD = Pattern.compile("/xml/board\\.php\\?BID=(\\d{1,18})&page=(\\d{1,9})$");
    private static final Pattern THREAD = Pattern.compile("/xml/thread\\.php\\?TID=(\\d{1,18})&page=(\\d{1,9})$");
    private static final Pattern TAGS = Pattern.compile("/thread\\.php\\?TID=(\\d{1,18})()$");
    private static final Pattern PROFILE = Pattern.compile("/(\\d{1,18})()$");

    /** The list of boards. */
    public static PageAddress boards() {
        return new PageAddress(RequestKind.BOARDS, 0, 1);
    }

    /** Where the forum has the page now. */
    public URI url(CrawlerProperties properties) {
        var forum = properties.forumUrl();
        return switch (kind) {
            case BOARDS -> forum.resolve("xml/boards.php");
            case BOARD -> forum.resolve("xml/board.php?BID=" + id + "&page=" + page);
            case THREAD -> forum.resolve("xml/thread.php?TID=" + id + "&page=" + page);
            case TAGS -> forum.resolve("thread.php?TID=" + id);
            case PROFILE -> properties.profileUrl().resolve(String.valueOf(id));
        };
    }

    /** What is at an address, wherever the forum was when it was asked there; empty where it is none of the forum's. */
    public static Optional<PageAddress> of(URI url) {
        return found(RequestKind.BOARD, BOARD, url)
                .or(() -> found(RequestKind.THREAD, THREAD, url))
                .or(() -> found(RequestKind.TAGS, TAGS, url))
                .or(() -> found(RequestKind.PROFILE, PROFILE, url))
                .or(() -> BOARDS.matcher(url.toString()).find() ? Optional.of(boards()) : Optional.empty());
    }

    private static Optional<PageAddress> found(RequestKind kind, Pattern pattern, URI url) {
        return pattern.matcher(url.toString())
                .results()
                .findFirst()
                .map(numbers -> new PageAddress(kind, Long.parseLong(numbers.group(1)), page(numbers)))
                .filter(address -> Ranges.isId(address.id) && Ranges.isPage(address.page));
    }

    private static int page(MatchResult numbers) {
        return numbers.group(2).isEmpty() ? 1 : Integer.parseInt(numbers.group(2));
    }
}
