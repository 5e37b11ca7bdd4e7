package potstats2.analytics.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Statements kept as resources under {@code db/stats}, one a file. */
final class SqlScripts {

    private SqlScripts() {}

    static String read(String path) {
        var resource = "/db/stats/" + path + ".sql";
        try (var in = Objects.requireNonNull(SqlScripts.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
