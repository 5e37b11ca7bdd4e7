package potstats2.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandoverTests {

    private final Handover handover = new Handover();

    @Test
    void partsArriveWholeAndApart() throws IOException {
        var random = new Random(5);
        var large = new byte[Handover.CHUNK * 3 + 17];
        random.nextBytes(large);
        var writer = handover.writer();
        writer.write(large);
        handover.endPart();
        handover.endPart();
        writer.write(255);
        writer.write(new byte[0]);
        writer.write(7);
        handover.endPart();

        assertThat(handover.readPart().readAllBytes()).isEqualTo(large);
        assertThat(handover.readPart().read()).isEqualTo(-1);
        var last = handover.readPart();
        assertThat(last.read()).isEqualTo(255);
        assertThat(last.read()).isEqualTo(7);
        assertThat(last.read()).isEqualTo(-1);
        assertThat(last.read()).isEqualTo(-1);
    }

    @Test
    void whoWritesMoreThanIsHeldWaitsForTheReader() throws Exception {
        var chunk = new byte[Handover.CHUNK];
        var writing = CompletableFuture.runAsync(() -> write(chunk, 1_000));
        assertThatThrownBy(() -> writing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        assertThat(handover.readPart().readAllBytes()).hasSize(1_000 * chunk.length);
        writing.get();
    }

    private void write(byte[] chunk, int times) {
        try {
            var writer = handover.writer();
            for (var n = 0; n < times; n++) {
                writer.write(chunk);
            }
            handover.endPart();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theReaderFailsAsTheWriterDid() throws IOException {
        handover.writer().write(new byte[] {1, 2, 3});
        handover.fail(new IllegalArgumentException("the reason"));

        assertThatThrownBy(() -> handover.readPart().readAllBytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reason");
    }

    @Test
    void aWriterWhomNobodyReadsCanBeInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var failure = new CompletableFuture<Throwable>();
        var writing = new Thread(() -> {
            begun.countDown();
            try {
                write(new byte[Handover.CHUNK], 1_000);
            } catch (IllegalStateException e) {
                handover.fail(e);
                failure.complete(e.getCause());
            }
        });
        writing.start();
        begun.await();
        writing.interrupt();

        assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
        writing.join();
    }
}
