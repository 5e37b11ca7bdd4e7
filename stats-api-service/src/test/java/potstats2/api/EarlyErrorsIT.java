package potstats2.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Requests that are none, byte by byte: their answers read as all others do. */
@RealServers(Server.POSTGRES)
class EarlyErrorsIT {
    private static final int TIMEOUT = 10_000;

    private static RunningApi api;

    @BeforeAll
    static void start(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(GeneratedForum.ofSeed(1));
        api = RunningApi.start(database, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** A bar is the end of a line, a tilde a thousand characters. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    GET /api/users?name=100% HTTP/1.1|Host: x                        ; 400
                    GET /api/boards?%zz HTTP/1.1|Host: x                             ; 400
                    GET /api/boards?year=2004% HTTP/1.1|Host: x                      ; 400
                    GET /api/boards?year=20%4 HTTP/1.1|Host: x                       ; 400
                    GET /api/% HTTP/1.1|Host: x                                      ; 400
                    GET /api/%u00e4 HTTP/1.1|Host: x                                 ; 400
                    GET /% HTTP/1.1|Host: x                                          ; 400
                    GET /%00 HTTP/1.1|Host: x                                        ; 200
                    GET /%00.js HTTP/1.1|Host: x                                     ; 404
                    GET /assets/%00 HTTP/1.1|Host: x                                 ; 404
                    GET /assets/%5c..%5c..%5cx HTTP/1.1|Host: x                      ; 404
                    GET /assets/../../x.js HTTP/1.1|Host: x                          ; 404
                    GET /assets/%2e%2e/x.js HTTP/1.1|Host: x                         ; 404
                    GET /api/%2e%2e/boards HTTP/1.1|Host: x                          ; 404
                    GET /api/boards{} HTTP/1.1|Host: x                               ; 400
                    GET /api/boards?x=^ HTTP/1.1|Host: x                             ; 400
                    GET /api/boards? x HTTP/1.1|Host: x                              ; 400
                    GET /api/users?name=\u00e9 HTTP/1.1|Host: x                      ; 200
                    GET api/boards HTTP/1.1|Host: x                                  ; 400
                    GET * HTTP/1.1|Host: x                                           ; 400
                    OPTIONS * HTTP/1.1|Host: x                                       ; 400
                    CONNECT x:443 HTTP/1.1|Host: x                                   ; 400
                    GET http://x/api/boards HTTP/1.1|Host: x                         ; 200
                    GET /api/boards HTTP/1.0                                         ; 200
                    GET /api/boards HTTP/1.1                                         ; 400
                    GET /api/boards HTTP/1.1|Host: x|Host: y                         ; 400
                    GET /api/boards HTTP/1.1|Host: a b                               ; 400
                    GET /api/boards HTTP/1.1|Host: x:99999                           ; 400
                    GET /api/boards HTTP/2.0|Host: x                                 ; 400
                    GET /api/boards HTTP/9.9|Host: x                                 ; 400
                    GET /api/boards FTP/1.1|Host: x                                  ; 400
                    GET /api/boards HTTP/x|Host: x                                   ; 400
                    GET /api/boards                                                  ; 400
                    GET                                                              ; 400
                    hello                                                            ; 400
                    FOO /api/boards HTTP/1.1|Host: x                                 ; 405
                    get /api/boards HTTP/1.1|Host: x                                 ; 405
                    TRACE /api/boards HTTP/1.1|Host: x                               ; 405
                    POST /api/boards HTTP/1.1|Host: x|Origin: http://y|Content-Length: 0 ; 405
                    FOO /x.js HTTP/1.1|Host: x                                       ; 404
                    G@T /api/boards HTTP/1.1|Host: x                                 ; 400
                    G(T /api/boards HTTP/1.1|Host: x                                 ; 400
                    GET /api/boards HTTP/1.1|Host: x|a b: c                          ; 400
                    GET /api/boards HTTP/1.1|Host: x|a : c                           ; 400
                    GET /api/boards HTTP/1.1|Host: x|: c                             ; 400
                    GET /api/boards HTTP/1.1|Host: x|a                               ; 400
                    GET /api/boards HTTP/1.1|Host: x|a: \u0000b                      ; 400
                    GET /api/boards HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2 ; 400
                    GET /api/boards HTTP/1.1|Host: x|Content-Length: x               ; 400
                    GET /api/boards HTTP/1.1|Host: x|Content-Length: -1              ; 400
                    GET /api/boards HTTP/1.1|Host: x|Transfer-Encoding: gzip         ; 400
                    GET /api/boards HTTP/1.1|Host: [::1]:80                          ; 200
                    GET /api/boards HTTP/1.1|Host:                                   ; 200
                    GET /api/~~~ HTTP/1.1|Host: x                                    ; 404
                    GET /api/boards?x=~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ HTTP/1.1|Host: x ; 414
                    GET /api/boards HTTP/1.1|Host: x|X: ~~~~~~~~~~~~~~~~~~~~         ; 431
                    """)
    void errorsAreJsonForEveryone(String request, int status) throws Exception {
        var answer = ask(request.replace("|", "\r\n").replace("~", "x".repeat(1_000)));
        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        if (status >= 400) {
            assertThat(answer).containsIgnoringCase("content-type: application/json\r\n");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).matches("\\{\"error\":\"[^\"]+\"}");
        }
        if (request.contains("/api/")) {
            assertThat(answer).containsIgnoringCase("access-control-allow-origin: *\r\n");
        }
        assertThat(answer).containsIgnoringCase("x-content-type-options: nosniff\r\n");
    }

    /** Up to the end; a server that does not want all of a request resets the connection behind its answer. */
    private static String read(InputStream input) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            input.transferTo(answer);
        } catch (SocketException e) {
            assertThat(answer.size()).as("bytes before: %s", e).isPositive();
        }
        return answer.toString(ISO_8859_1);
    }

    private static String ask(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(TIMEOUT);
            var lines = request + "\r\n" + (request.contains("HTTP/1.") ? "Connection: close\r\n" : "") + "\r\n";
            socket.getOutputStream().write(lines.getBytes(ISO_8859_1));
            return read(socket.getInputStream());
        }
    }
}
