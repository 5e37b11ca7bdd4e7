package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTests {
    private final AtomicLong requests = new AtomicLong(1_000);
    private final Budget budget = new Budget(0.1, requests::get);

    @Test
    void beginsWithNothing() {
        assertThat(budget.take()).isFalse();
    }

    @Test
    void everyTenthRequestEarnsOneOnTheSide() {
        requests.addAndGet(20);

        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }

    @Test
    void requestsOnTheSideEarnNothing() {
        requests.addAndGet(10);
        budget.spentOnTheSide(10);

        assertThat(budget.take()).isFalse();
    }

    @Test
    void savesTwoHundredAtMost() {
        requests.addAndGet(1_000_000);
        for (var spent = 0; spent < 200; spent++) {
            assertThat(budget.take()).isTrue();
        }

        assertThat(budget.isAffordable()).isFalse();
    }
}
