package potstats2.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import potstats2.simulator.forum.Oddity;

class SimulateCommandTests {

    private static SimulatorOptions options(String... args) {
        var command = new SimulateCommand();
        new CommandLine(command).parseArgs(args);
        return command.options();
    }

    @Test
    void withoutArgumentsItIsAPlainForum() {
        assertThat(options().posts()).isEqualTo(20_000);
        assertThat(options().port()).isEqualTo(8090);
        assertThat(options().oddities()).isEmpty();
        assertThat(options().faults()).isEqualTo(Faults.none());
    }

    @Test
    void argumentsShapeTheForum() {
        var options = options(
                "--posts",
                "300",
                "--seed=5",
                "--port",
                "0",
                "--oddities",
                "--faults",
                "--until",
                "2020-01-01T00:00:00Z");

        assertThat(options.posts()).isEqualTo(300);
        assertThat(options.seed()).isEqualTo(5);
        assertThat(options.until()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(options.oddities()).isEqualTo(Oddity.all());
        assertThat(options.faults()).isEqualTo(Faults.every(0.01));
    }

    @Test
    void odditiesAndFaultsCanBeChosen() {
        var options = options("--oddity", "LYING_COUNTS", "--oddity", "NO_ACCESS", "--faults", "0.1");

        assertThat(options.oddities()).containsExactlyInAnyOrder(Oddity.LYING_COUNTS, Oddity.NO_ACCESS);
        assertThat(options.faults()).isEqualTo(Faults.every(0.1));
    }

    @Test
    void badArgumentsAreNamed() {
        assertThat(complaint("--posts", "0")).contains("posts must be from 1 to 20000000, not 0");
        assertThat(complaint("--faults", "0.5")).contains("all faults together");
        assertThat(complaint("--oddity", "NONE")).contains("NONE");
        assertThat(complaint("--traffic", "-1")).contains("events per second must be above 0");
    }

    private static String complaint(String... args) {
        var err = new StringWriter();
        int exitCode = new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(err))
                .execute(args);
        assertThat(exitCode).isEqualTo(2);
        return err.toString();
    }
}
