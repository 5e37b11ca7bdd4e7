package potstats2.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.runtime.settings.BadSettingException;

class DataDirectoryTests {

    @TempDir
    Path home;

    @Test
    void belongsToOneAtATime() throws IOException {
        var path = home.resolve("data");
        try (var first = DataDirectory.take(path)) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(() -> DataDirectory.take(path))
                    .isInstanceOf(BadSettingException.class)
                    .hasMessage("potstats2.standalone.data-dir: another potstats2 is running on " + path);
        }
        DataDirectory.take(path).close();
    }

    @Test
    void mustBeADirectory() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.take(file))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith("potstats2.standalone.data-dir: cannot be used: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void mayBeginWithTheUsersHome() {
        assertThat(new StandaloneSettings("~/.potstats2", 8080, false).dataDirectory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".potstats2"));
        assertThat(new StandaloneSettings("/srv/~x", 8080, false).dataDirectory())
                .isEqualTo(Path.of("/srv/~x"));
    }
}
