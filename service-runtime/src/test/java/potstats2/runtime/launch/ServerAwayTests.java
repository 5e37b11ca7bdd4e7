package potstats2.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAwayTests {

    @ParameterizedTest
    @CsvSource({
        "08001, Connection to 127.0.0.1:5432 refused",
        "57P01, terminating connection due to administrator command",
        "57P03, the database system is starting up",
        ", Connection is closed",
    })
    void passesByItself(String state, String message) {
        var failure = new IllegalStateException(new SQLException(message + "\nand more", state));

        assertThat(ServerAway.reason(failure)).contains(message);
    }

    @Test
    void kafkaIsWaitedFor() {
        assertThat(ServerAway.reason(new IllegalStateException(new TimeoutException("listNodes"))))
                .contains("Kafka does not answer");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, password authentication failed",
        "3D000, database does not exist",
        "42501, permission denied for database",
        "22012, division by zero",
    })
    void stays(String state, String message) {
        assertThat(ServerAway.reason(new IllegalStateException(new SQLException(message, state))))
                .isEmpty();
    }

    @Test
    void whatNoServerCausedStays() {
        assertThat(ServerAway.reason(new IllegalStateException("Port 8080 was already in use")))
                .isEmpty();
    }
}
