package potstats2.crawler.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.http.ForumHttp.AnswerException;
import potstats2.crawler.source.RequestKind;
import potstats2.runtime.settings.HttpAddress;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

class ForumHttpTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    private final List<Instant> told = new CopyOnWriteArrayList<>();
    private String location = "";
    private int status = 200;
    private String retryAfter = "";
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                if (!retryAfter.isEmpty()) {
                    response.header(HttpHeaderNames.RETRY_AFTER, retryAfter);
                }
                return request.uri().endsWith("moved")
                        ? response.status(302)
                                .header(HttpHeaderNames.LOCATION, location)
                                .send()
                        : response.status(status)
                                .sendString(Mono.just(request.requestHeaders().get(HttpHeaderNames.HOST)));
            })
            .bindNow();
    private final ForumHttp http = new ForumHttp(
            connections -> HttpClient.create(connections).resolver(new ThisMachine()),
            "test",
            1,
            Duration.ofSeconds(10),
            1_000,
            new RequestCounts(new SimpleMeterRegistry()),
            Clock.fixed(NOW, ZoneOffset.UTC),
            (url, until) -> told.add(until));

    @AfterEach
    void stop() {
        http.close();
        server.disposeNow();
    }

    @ParameterizedTest
    @CsvSource({
        "bb_forum, bb_forum",
        "stack_bb-forum_1.internal, stack_bb-forum_1.internal",
        "forum.example., forum.example.",
        "müller.example, xn--mller-kva.example",
        "MÜLLER_1.example, xn--mller_1-n2a.example"
    })
    void asksHostsOfEveryName(String host, String sent) {
        assertThat(body(base(host))).isEqualTo(sent + ":" + server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://bb_forum:%s/x#top", "//BB_Forum:%s/x", "/x", "x?y=ö"})
    void followsARedirectionOnAHostWithAnUnderscore(String target) {
        location = target.formatted(server.port());

        var answer = get(base("bb_forum").resolve("moved"));

        assertThat(answer.redirection()).asString().startsWith("http://").doesNotContain("#");
        assertThat(Objects.requireNonNull(answer.redirection()).getRawAuthority())
                .isEqualToIgnoringCase("bb_forum:" + server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://other_forum/x", "http://bb.forum/x", "mailto:someone", "http://", "http://a b/"})
    void followsNoOther(String target) {
        location = target;

        assertThatThrownBy(() -> get(base("bb_forum").resolve("moved")))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("redirects to");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 408, 429, 500, 503})
    void whatIsRefusedWithATimeIsToBeAskedAgain(int refused) {
        status = refused;
        retryAfter = "75";

        assertThatThrownBy(() -> get(base("bb_forum").resolve("x"))).isInstanceOf(TransientException.class);
        assertThat(told).containsExactly(NOW.plusSeconds(75));
    }

    @Test
    void aRedirectionMayAskToWaitToo() {
        location = "/x";
        retryAfter = "75";

        assertThat(get(base("bb_forum").resolve("moved")).redirection()).isNotNull();
        assertThat(told).containsExactly(NOW.plusSeconds(75));
    }

    @Test
    void whatWasAnsweredNeedsNoTime() {
        retryAfter = "75";

        assertThat(body(base("forum"))).isNotEmpty();
        assertThat(told).isEmpty();
    }

    private HttpAddress base(String host) {
        return HttpAddress.of("http://" + host + ":" + server.port() + "/");
    }

    private String body(HttpAddress base) {
        return new String(get(base.resolve("x")).body().bytes(), UTF_8);
    }

    private ForumHttp.Answer get(URI url) {
        return Objects.requireNonNull(http.get(RequestKind.BOARDS, url).block());
    }

    /** Every name is this machine's. */
    private static final class ThisMachine extends AddressResolverGroup<InetSocketAddress> {
        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String host, Promise<InetAddress> found) {
                    found.setSuccess(InetAddress.getLoopbackAddress());
                }

                @Override
                protected void doResolveAll(String host, Promise<List<InetAddress>> found) {
                    found.setSuccess(List.of(InetAddress.getLoopbackAddress()));
                }
            }.asAddressResolver();
        }
    }
}
