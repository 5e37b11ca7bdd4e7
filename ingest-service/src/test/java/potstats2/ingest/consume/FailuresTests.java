package potstats2.ingest.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import potstats2.ingest.tables.FencedException;

class FailuresTests {

    @Test
    void whatIsKnownToBeAnOutageIsWaitedFor() {
        assertThat(Failures.isOutage(new R2dbcNonTransientResourceException("closed")))
                .isTrue();
        assertThat(Failures.isOutage(new R2dbcTransientResourceException("disk full", "53100")))
                .isTrue();
        assertThat(Failures.isOutage(new R2dbcBadGrammarException("no such table", "42P01")))
                .isTrue();
        assertThat(Failures.isOutage(new RuntimeException(new IOException("reset"))))
                .isTrue();
        assertThat(Failures.isOutage(new RuntimeException(new TimeoutException())))
                .isTrue();
        assertThat(Failures.isOutage(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Failures.isOutage(new NotLeaderOrFollowerException("broker")))
                .isTrue();
    }

    @Test
    void everythingElseIsTheRecordsFault() {
        assertThat(Failures.isRefusal(new ArithmeticException("long overflow"))).isTrue();
        assertThat(Failures.isRefusal(new NullPointerException())).isTrue();
        assertThat(Failures.isRefusal(new DataIntegrityViolationException(
                        "write", new R2dbcDataIntegrityViolationException("check", "23514"))))
                .isTrue();
        assertThat(Failures.isRefusal(new R2dbcNonTransientResourceException("index row size", "54000")))
                .isTrue();
    }

    @Test
    void whoLostThePartitionHasNobodyToBlame() {
        var fenced = new FencedException("not assigned");

        assertThat(Failures.isRefusal(fenced)).isFalse();
        assertThat(Failures.isOutage(fenced)).isFalse();
    }

    @Test
    void aReasonIsOneLineOfBoundedLength() {
        assertThat(Failures.reason(new RuntimeException("outer", new IOException("a\nb\0" + "x".repeat(10_000)))))
                .startsWith("java.io.IOException: a b x")
                .hasSizeLessThan(2_100);
    }
}
