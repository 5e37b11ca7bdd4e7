package potstats2.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTests {
    private static final Measured TEN = Measured.of("row", 10, "s");

    @Test
    void aBoundIsMetWhereItIsReached() {
        assertThat(TEN.expecting(Goal.atLeast(10)).isMet()).isTrue();
        assertThat(TEN.expecting(Goal.atLeast(10.1)).isMet()).isFalse();
        assertThat(TEN.expecting(Goal.atMost(10)).isMet()).isTrue();
        assertThat(TEN.expecting(Goal.atMost(9.9)).isMet()).isFalse();
        assertThat(TEN.expecting(Goal.exactly(10)).isMet()).isTrue();
        assertThat(TEN.expecting(Goal.exactly(11)).isMet()).isFalse();
    }

    @Test
    void aShareIsOneOfTheLimit() {
        var besideTwenty = TEN.beside("limit", 20);

        assertThat(besideTwenty.expecting(Goal.shareAtLeast(0.5)).isMet()).isTrue();
        assertThat(besideTwenty.expecting(Goal.shareAtLeast(0.51)).isMet()).isFalse();
        assertThat(besideTwenty.expecting(Goal.shareAtMost(0.5)).isMet()).isTrue();
        assertThat(besideTwenty.expecting(Goal.shareAtMost(0.49)).isMet()).isFalse();
    }

    @Test
    void noShareOfNothingIsMet() {
        assertThat(TEN.expecting(Goal.shareAtLeast(0)).isMet()).isFalse();
        assertThat(TEN.beside("limit", 0).expecting(Goal.shareAtMost(1)).isMet())
                .isFalse();
    }

    @Test
    void withoutGoalThereIsNoVerdict() {
        assertThat(TEN.isMet()).isNull();
    }
}
