package potstats2.benchmark.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceProcessTests {

    @Test
    void servicesAreMeasuredAsTheyAreDeployed() throws IOException {
        var deployed = Files.readAllLines(Path.of("..", "deploy", "docker", "java.options")).stream()
                .filter(line -> line.startsWith("-XX:") && !line.contains("RAMPercentage"))
                .toList();
        assertThat(ServiceProcess.DEPLOYED).containsExactlyElementsOf(deployed);
    }
}
