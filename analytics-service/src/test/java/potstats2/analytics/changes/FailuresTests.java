package potstats2.analytics.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTests {

    @ParameterizedTest
    @ValueSource(strings = {"22003", "22008", "22021", "23505", "23514", "54000", "XX000", "P0001", "0A000"})
    void whatTheDatabaseRefusesIsTheChangesFault(String state) {
        assertThat(Failures.isRefusal(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "28P01", "3D000", "40001", "40P01", "42P01", "53100", "53300", "55P03", "57P01",
                "58030", "XX001"
            })
    void anOutageIsWaitedFor(String state) {
        assertThat(Failures.isRefusal(failure(state))).isFalse();
    }

    @Test
    void withoutAServerNobodyIsToBlame() {
        assertThat(Failures.isRefusal(new UncategorizedSQLException("x", null, new SQLException("closed"))))
                .isFalse();
        assertThat(Failures.isRefusal(new CannotCreateTransactionException("no connection")))
                .isFalse();
        assertThat(Failures.isRefusal(new DataAccessResourceFailureException("cannot be read")))
                .isFalse();
        assertThat(Failures.isRefusal(new KafkaException("not acknowledged"))).isFalse();
    }

    @Test
    void whatNobodyThoughtOfIsTheChangesFault() {
        assertThat(Failures.isRefusal(new NullPointerException())).isTrue();
        assertThat(Failures.isRefusal(new ArithmeticException("long overflow"))).isTrue();
    }

    private static RuntimeException failure(String state) {
        return new UncategorizedSQLException("write", "INSERT", new SQLException("refused", state));
    }
}
