package potstats2.crawler.source;

import java.util.List;

/**
 * The boards that the forum shows.
 *
 * @param boards those that can be read, category by category
 * @param unreadable the others
 */
public record BoardList(List<ListedBoard> boards, List<UnreadableElement> unreadable) {

    public BoardList {
        boards = List.copyOf(boards);
        unreadable = List.copyOf(unreadable);
    }
}
