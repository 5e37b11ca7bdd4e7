package potstats2.crawler.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import potstats2.events.PostVanished;
import potstats2.events.Topic;

class TargetTests {

    /** Of two records with one key, compaction would keep the newer one only. */
    @Test
    void thatAPostLeftAThreadDoesNotReplaceWhatIsSaidOfItInAnother() {
        var left = Target.of(new PostVanished(5, 1, Instant.EPOCH));
        var another = Target.of(new PostVanished(5, 2, Instant.EPOCH));
        assertThat(left.topic()).isEqualTo(Topic.POSTS).isEqualTo(another.topic());
        assertThat(left.key()).isEqualTo("1/5").isNotEqualTo(another.key());
    }
}
