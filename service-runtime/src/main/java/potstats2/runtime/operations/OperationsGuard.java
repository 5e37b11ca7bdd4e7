package potstats2.runtime.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lets only those operate a service who bring its token, as {@code Authorization: Bearer TOKEN}. Answers what an
 * operation refuses in the same form: {@code {"error": …}}.
 */
public final class OperationsGuard implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final String SCHEME = "Bearer ";

    private final @Nullable String token;

    public OperationsGuard(OperationsSettings settings) {
        token = settings.token();
    }

    @Override
    public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> operation) {
        if (token == null) {
            return refusal(
                    HttpStatus.FORBIDDEN, "potstats2.operations.token is not configured: operations are refused");
        }
        if (!isToken(request.headers().firstHeader(HttpHeaders.AUTHORIZATION), token)) {
            return refusal(HttpStatus.UNAUTHORIZED, "not the token of potstats2.operations.token");
        }
        return operation
                .handle(request)
                .onErrorResume(OperationRefusedException.class, e -> refusal(HttpStatus.BAD_REQUEST, e.getMessage()));
    }

    /** Takes as long for a token that begins right as for any other. */
    private static boolean isToken(@Nullable String authorization, String token) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        authorization.substring(SCHEME.length()).getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static Mono<ServerResponse> refusal(HttpStatus status, @Nullable String reason) {
        var answer = ServerResponse.status(status);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.bodyValue(Map.of("error", String.valueOf(reason)));
    }
}
