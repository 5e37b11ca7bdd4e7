package potstats2.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import potstats2.simulator.FaultPlan.Fault;

class FaultPlanTests {

    @Test
    void theSameRequestsMeetTheSameFaults() {
        var one = new FaultPlan(1, Faults.every(0.1));
        var other = new FaultPlan(1, Faults.every(0.1));
        var reversed = IntStream.range(0, 500)
                .map(i -> 499 - i)
                .mapToObj(i -> other.next("/" + i))
                .toList();

        var faults = IntStream.range(0, 500).mapToObj(i -> one.next("/" + i)).toList();

        assertThat(IntStream.range(0, 500).mapToObj(i -> reversed.get(499 - i)).toList())
                .isEqualTo(faults);
        assertThat(faults).containsAll(EnumSet.allOf(Fault.class));
        assertThat(faults.stream().filter(fault -> fault != Fault.NONE).count()).isBetween(230L, 370L);
    }

    @Test
    void theThirdAttemptSucceeds() {
        var plan = new FaultPlan(1, Faults.every(1 / 6.0));
        int failedInARow = 0;
        for (int i = 0; i < 1000; i++) {
            var fault = plan.next("/");
            failedInARow = fault == Fault.NONE || fault == Fault.SLOW ? 0 : failedInARow + 1;
            assertThat(failedInARow).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void impossibleProbabilitiesAreRefused() {
        assertThatThrownBy(() -> Faults.every(0.2)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> Faults.none().withReset(-0.1)).hasMessageContaining("at least 0, not -0.1");
        assertThatThrownBy(() -> Faults.none().withReset(Double.NaN)).hasMessageContaining("NaN");
    }
}
