package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the programs are that were built.
 *
 * @param root the top of the repository
 */
public record Repository(Path root) {

    /** As the script says, or the working directory. */
    public static Repository find() {
        return new Repository(Path.of(System.getProperty("potstats.root", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** The command that a user types. */
    public Path script() {
        return root.resolve("potstats");
    }

    /** The services, by the names of their folders. */
    public List<String> services() throws IOException {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(folder -> folder.endsWith("-service"))
                    .sorted()
                    .toList();
        }
    }

    /** A service as it is deployed. */
    public Path jar(String service) throws IOException {
        var target = root.resolve(service).resolve("target");
        try (var files = Files.newDirectoryStream(target, service + "-*-exec.jar")) {
            for (var file : files) {
                return file;
            }
        }
        throw new IOException("no " + service + "-*-exec.jar in " + target);
    }
}
