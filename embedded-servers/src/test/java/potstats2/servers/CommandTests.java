package potstats2.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTests {

    @Test
    void theReasonIsTheFirstErrorThatIsNamed() {
        var initdb = new Command(1, """
                running bootstrap script ... 2026-01-01 [1] FATAL:  could not extend file "base/1/2691": No space left on device
                2026-01-01 [1] HINT:  Check free disk space.
                child process exited with exit code 1
                initdb: removing data directory "data\"""");

        assertThat(initdb.reason()).isEqualTo("could not extend file \"base/1/2691\": No space left on device");
        assertThat(new Command(1, "initdb: error: could not create directory \"data\": Permission denied").reason())
                .isEqualTo("could not create directory \"data\": Permission denied");
    }

    @Test
    void withoutAnErrorItIsWhatWasSaidLast() {
        assertThat(new Command(1, "waiting\npg_ctl: server does not shut down").reason())
                .isEqualTo("pg_ctl: server does not shut down");
        assertThat(new Command(1, "").reason()).isEmpty();
    }
}
