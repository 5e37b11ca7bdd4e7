package potstats2.standalone.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OperationsOptionsTests {

    @Test
    void doesNotOperateAnotherServiceThanTheOneThatWasNamed() {
        var failures = new ArrayList<String>();
        var command = new CommandLine(new PauseCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            failures.add(failure.getMessage());
            return 1;
        });

        assertThat(command.execute("--service=crawler-srvice=http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(failures).isEqualTo(List.of("this is for crawler-service, but --service names crawler-srvice"));
    }
}
