package potstats2.crawler.crawl.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import potstats2.events.Checkpoint.BoardRead;

class ChunksTests {
    private final Chunks chunks = new Chunks();

    @Test
    void whatIsDoneLaterWaitsForAllBeforeIt() {
        var first = chunks.begin(2, page(3));
        var second = chunks.begin(1, page(2));

        assertThat(chunks.oneDone(second)).isEmpty();
        assertThat(chunks.oneDone(first)).isEmpty();
        assertThat(chunks.oneDone(first)).containsExactly(page(3), page(2));
    }

    @Test
    void aListPageWithoutThreadsIsDoneAtOnceBehindThoseBeforeIt() {
        var first = chunks.begin(1, page(3));
        chunks.begin(0, page(2));

        assertThat(chunks.completed()).isEmpty();
        assertThat(chunks.oneDone(first)).containsExactly(page(3), page(2));
    }

    @Test
    void whatLeavesNothingToRememberStillHoldsUpTheNext() {
        var first = chunks.begin(1, null);
        var second = chunks.begin(1, page(2));

        assertThat(chunks.oneDone(second)).isEmpty();
        assertThat(chunks.oneDone(first)).containsExactly(page(2));
    }

    private static BoardRead page(int firstPassPage) {
        return new BoardRead(1, firstPassPage, 0, null);
    }
}
