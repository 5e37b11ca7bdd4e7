package potstats2.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.UncategorizedR2dbcException;

class DatabaseAvailabilityTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "57014", "53300", "42P01", "3D000", "3F000"})
    void mayComeBack(String state) {
        var cause = new R2dbcNonTransientResourceException("reason", state);
        assertThat(DatabaseAvailability.isAway(new UncategorizedR2dbcException("task", null, cause)))
                .isTrue();
    }

    @Test
    void noConnectionInTimeMayComeBack() {
        assertThat(DatabaseAvailability.isAway(new DataAccessResourceFailureException("no connection")))
                .isTrue();
        assertThat(DatabaseAvailability.isAway(new IllegalStateException(new TimeoutException())))
                .isTrue();
    }

    @Test
    void mistakesOfThisProgramAreItsOwn() {
        assertThat(DatabaseAvailability.isAway(new R2dbcBadGrammarException("syntax", "42601")))
                .isFalse();
        assertThat(DatabaseAvailability.isAway(new IllegalStateException())).isFalse();
    }
}
