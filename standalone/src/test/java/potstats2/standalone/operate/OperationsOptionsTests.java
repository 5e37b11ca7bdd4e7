package potstats2.standalone.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class OperationsOptionsTests {

    @Test
    void aPassIsOverAllBoardsUnlessOneIsNamed() throws IOException {
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var url = "HTTP://127.0.0.1:" + server.getAddress().getPort();
            assertThat(new CommandLine(new CrawlCommand())
                            .execute("--full", "--service=crawler-service=" + url, "--token=secret"))
                    .isZero();
        } finally {
            server.stop(0);
        }
        assertThat(asked).containsExactly("POST /actuator/crawl?board=all&full=true", "Bearer secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--service=crawler-service=http://h:0 | its port is 0, not a number from 1 to 65535",
                "--service=crawler-service=h:8081 | it does not begin with a scheme such as http://"
            })
    void saysWhatIsWrongWithAnAddress(String option, String complaint) {
        var err = new StringWriter();

        assertThat(new CommandLine(new PauseCommand())
                        .setErr(new PrintWriter(err))
                        .execute(option))
                .isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
    }

    @Test
    void asksAServiceWhoseNameHasAnUnderscore() {
        var failures = new ArrayList<String>();
        var command = new CommandLine(new PauseCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            failures.add(failure.getMessage());
            return 1;
        });

        assertThat(command.execute("--service=crawler-service=http://no_such_host.invalid:1"))
                .isEqualTo(1);
        assertThat(failures)
                .singleElement()
                .asString()
                .startsWith("crawler-service does not answer at http://no_such_host.invalid:1/");
    }

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
