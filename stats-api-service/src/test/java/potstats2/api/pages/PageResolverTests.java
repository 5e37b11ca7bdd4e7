package potstats2.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class PageResolverTests {
    private final PageResolver resolver = new PageResolver();

    @TempDir
    Path pages;

    @BeforeEach
    void writePages() throws IOException {
        Files.writeString(pages.resolve("index.html"), "<!doctype html>");
        Files.writeString(pages.resolve("favicon.svg"), "<svg/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "user/1224901", "no/such/page", "apis"})
    void drawsTheAddressOfAPageWithTheIndex(String path) {
        assertThat(nameOfFileFor(path)).isEqualTo("index.html");
    }

    @Test
    void findsAFile() {
        assertThat(nameOfFileFor("favicon.svg")).isEqualTo("favicon.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "api/nothing", "actuator/nothing", "v3/api-docs", "nothing.js", "a/.env"})
    void leavesWhatIsNoPageToOthers(String path) {
        assertThat(nameOfFileFor(path)).isNull();
    }

    private @Nullable String nameOfFileFor(String path) {
        var location = new FileSystemResource(pages + "/");
        var found = resolver.getResource(path, location).blockOptional();
        return found.map(Resource::getFilename).map(Objects::requireNonNull).orElse(null);
    }
}
