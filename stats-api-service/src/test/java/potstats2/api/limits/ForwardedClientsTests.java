package potstats2.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ForwardedClientsTests {
    private final ForwardedClients clients =
            new ForwardedClients(List.of(Network.of("10.0.0.0/8"), Network.of("192.0.2.9")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10.0.0.1     | 198.51.100.7                         | 198.51.100.7
                    10.0.0.1     | 203.0.113.5, 198.51.100.7            | 198.51.100.7
                    10.0.0.1     | 203.0.113.5, 198.51.100.7, 192.0.2.9 | 198.51.100.7
                    10.0.0.1     | nonsense                             | 10.0.0.1
                    10.0.0.1     | 10.0.0.2                             | 10.0.0.2
                    198.51.100.7 | 203.0.113.5                          | 198.51.100.7
                    """)
    void clientIsTheLastAddressThatIsNoProxys(String peer, String forwardedFor, String client) {
        var request = MockServerHttpRequest.get("http://api/")
                .remoteAddress(new InetSocketAddress(Network.of(peer).address(), 1234))
                .header("X-Forwarded-For", forwardedFor)
                .header("X-Forwarded-Host", "stats.example.org")
                .build();
        var seen = clients.apply(request);
        assertThat(Objects.requireNonNull(seen.getRemoteAddress()).getAddress())
                .isEqualTo(Network.of(client).address());
        var isTrusted = !peer.equals("198.51.100.7");
        assertThat(seen.getURI().getHost()).isEqualTo(isTrusted ? "stats.example.org" : "api");
    }
}
