package potstats2.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program run to its end.
 *
 * @param exitCode what it returned
 * @param output what it printed
 */
record Command(int exitCode, String output) {
    /** As PostgreSQL's programs name them. */
    private static final Pattern ERROR = Pattern.compile("(?:FATAL|error): +(.*)");

    static Command run(Path directory, String input, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // Messages in English, whatever the user's language; the servers' own locale is set explicitly.
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        }
        try (var stdout = process.getInputStream()) {
            var output = new String(stdout.readAllBytes(), UTF_8).strip();
            return new Command(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** For a message of one line: the first error that was named, else what was said last. */
    String reason() {
        var error = ERROR.matcher(output);
        return error.find() ? error.group(1) : output.substring(output.lastIndexOf('\n') + 1);
    }
}
