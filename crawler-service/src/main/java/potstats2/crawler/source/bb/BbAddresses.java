package potstats2.crawler.source.bb;

import java.net.URI;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.RequestKind;
import potstats2.events.Ranges;
import potstats2.runtime.settings.HttpAddress;

/**
 * Where bB has its pages.
 *
 * @param forum base of the forum's addresses
 * @param profiles base of profile addresses; a UID follows
 */
record BbAddresses(HttpAddress forum, HttpAddress profiles) {

    private static final Pattern BOARDS = Pattern.compile("/xml/boards\\.php$");
    private static final Pattern BOARD = Pattern.compile("/xml/board\\.php\\?BID=(\\d{1,18})&page=(\\d{1,9})$");
    private static final Pattern THREAD = Pattern.compile("/xml/thread\\.php\\?TID=(\\d{1,18})&page=(\\d{1,9})$");
    private static final Pattern TAGS = Pattern.compile("/thread\\.php\\?TID=(\\d{1,18})()$");
    private static final Pattern PROFILE = Pattern.compile("/(\\d{1,18})()$");

    URI url(PageAddress page) {
        var id = page.id();
        return switch (page.kind()) {
            case BOARDS -> forum.resolve("xml/boards.php");
            case BOARD -> forum.resolve("xml/board.php?BID=" + id + "&page=" + page.page());
            case THREAD -> forum.resolve("xml/thread.php?TID=" + id + "&page=" + page.page());
            case TAGS -> forum.resolve("thread.php?TID=" + id);
            case PROFILE -> profiles.resolve(String.valueOf(id));
        };
    }

    static Optional<PageAddress> page(URI url) {
        return found(RequestKind.BOARD, BOARD, url)
                .or(() -> found(RequestKind.THREAD, THREAD, url))
                .or(() -> found(RequestKind.TAGS, TAGS, url))
                .or(() -> found(RequestKind.PROFILE, PROFILE, url))
                .or(() -> BOARDS.matcher(url.toString()).find() ? Optional.of(PageAddress.boards()) : Optional.empty());
    }

    private static Optional<PageAddress> found(RequestKind kind, Pattern pattern, URI url) {
        return pattern.matcher(url.toString())
                .results()
                .findFirst()
                .map(numbers -> new PageAddress(kind, Long.parseLong(numbers.group(1)), pageNumber(numbers)))
                .filter(address -> Ranges.isId(address.id()) && Ranges.isPage(address.page()));
    }

    private static int pageNumber(MatchResult numbers) {
        return numbers.group(2).isEmpty() ? 1 : Integer.parseInt(numbers.group(2));
    }
}
