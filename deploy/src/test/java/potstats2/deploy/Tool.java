package potstats2.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A command of the machine that not every machine has. */
record Tool(List<String> command) {

    Tool(String... command) {
        this(List.of(command));
    }

    boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command.get(0))));
    }

    /**
     * Runs it at the top of the repository.
     *
     * @return what it printed
     * @throws AssertionError with all output, if it fails
     */
    String run(String... arguments) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        try {
            var errors = Files.createTempFile("errors", ".txt");
            var process = new ProcessBuilder(all)
                    .directory(Repository.ROOT.toFile())
                    .redirectError(errors.toFile())
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var status = process.waitFor();
            var complaints = Files.readString(errors);
            Files.delete(errors);
            if (status != 0) {
                throw new AssertionError(all + " ended with " + status + "\n" + output + complaints);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
