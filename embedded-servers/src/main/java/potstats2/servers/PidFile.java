package potstats2.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which a server writes its process id.
 *
 * @param path the file; its first line is the id
 * @param program a part of the program's path: after a restart of the machine the id may be another program's
 */
record PidFile(Path path, String program) {

    Optional<ProcessHandle> runningServer() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(path)) {
            return lines.findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(process -> process.info().command().orElse("").contains(program));
        }
    }
}
