package potstats2.runtime.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class OperationsGuardTests {
    private static final String TOKEN = "a token of enough length";

    @Test
    void letsWhoBringsTheTokenOperate() {
        assertThat(status(TOKEN, "Bearer " + TOKEN)).isEqualTo(200);
    }

    @Test
    void refusesWhoDoesNot() {
        assertThat(status(TOKEN, null)).isEqualTo(401);
        assertThat(status(TOKEN, "")).isEqualTo(401);
        assertThat(status(TOKEN, TOKEN)).isEqualTo(401);
        assertThat(status(TOKEN, "Bearer " + TOKEN + "s")).isEqualTo(401);
        assertThat(status(TOKEN, "Bearer " + TOKEN.substring(1))).isEqualTo(401);
    }

    @Test
    void refusesEverybodyWhereNoTokenIsConfigured() {
        assertThat(status(null, null)).isEqualTo(403);
        assertThat(status(null, "Bearer ")).isEqualTo(403);
        assertThat(status(null, "Bearer null")).isEqualTo(403);
        assertThat(status("", "Bearer ")).isEqualTo(403);
    }

    @Test
    void answersWhatAnOperationRefuses() {
        assertThat(status(TOKEN, "Bearer " + TOKEN, request -> Mono.error(new OperationRefusedException("no"))))
                .isEqualTo(400);
    }

    @Test
    void doesNotTakeATokenThatCanBeGuessed() {
        assertThatThrownBy(() -> new OperationsSettings("secret"))
                .hasMessage("potstats2.operations.token must have at least 16 characters");
        assertThat(new OperationsSettings(TOKEN)).hasToString("OperationsSettings[token=…]");
    }

    private static int status(@Nullable String token, @Nullable String authorization) {
        return status(token, authorization, request -> ServerResponse.ok().build());
    }

    private static int status(
            @Nullable String token, @Nullable String authorization, HandlerFunction<ServerResponse> operation) {
        var request = MockServerRequest.builder();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = new OperationsGuard(new OperationsSettings(token))
                .filter(request.build(), operation)
                .block(Duration.ofSeconds(5));
        return Objects.requireNonNull(answer).statusCode().value();
    }
}
