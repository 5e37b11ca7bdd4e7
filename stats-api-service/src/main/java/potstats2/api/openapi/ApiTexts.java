package potstats2.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is said about each API in words, and an answer of each as an example. */
final class ApiTexts {
    private final JsonMapper json = new JsonMapper();
    private final Properties summaries = new Properties();

    ApiTexts() {
        try (var texts = resource("summaries.properties")) {
            if (texts != null) {
                summaries.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary(String api) {
        return summaries.getProperty(api, "");
    }

    /** As plain maps, lists and values: the document is written by another library. */
    Optional<Object> example(String api) {
        try (var example = resource("examples/" + api + ".json")) {
            return example == null ? Optional.empty() : Optional.of(json.readValue(example, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(String name) {
        return ApiTexts.class.getResourceAsStream(name);
    }
}
