package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.runtime.settings.MachineDefaults;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** Serves the bytes of a file from memory and does nothing else: as fast as the API's web server can be. */
final class BareAnswer {
    static final String READY = "port ";

    private BareAnswer() {}

    /**
     * Says at which port it serves.
     *
     * @param args the file, and what its Content-Encoding is or {@code -}
     */
    public static void main(String... args) throws IOException {
        MachineDefaults.setAside();
        var bytes = Files.readAllBytes(Path.of(args[0]));
        var router = RouterFunctions.route()
                .GET("/**", request -> answer(args[1]).body(Mono.just(bytes), byte[].class))
                .build();
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(router)))
                .bindNow();
        System.out.println(READY + server.port());
        server.onDispose().block();
    }

    private static ServerResponse.BodyBuilder answer(String encoding) {
        var answer = ServerResponse.ok().header(HttpHeaders.CONTENT_TYPE, "application/json");
        return encoding.equals("-") ? answer : answer.header(HttpHeaders.CONTENT_ENCODING, encoding);
    }
}
