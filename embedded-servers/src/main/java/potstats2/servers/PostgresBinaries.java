package potstats2.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version for all data directories of a user. */
final class PostgresBinaries {
    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /** The directory that holds {@code bin} and {@code lib}. */
    static Path unpacked() throws IOException {
        var name = "/postgres-" + system() + "-" + architecture() + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new ServerStartException(
                    "PostgreSQL is not bundled for this platform (no " + name.substring(1) + ")");
        }
        var connection = (JarURLConnection) archive.openConnection();
        var version = Long.toHexString(connection.getJarEntry().getCrc());
        var target = userCache().resolve("postgres-" + version);
        if (!Files.exists(target)) {
            log.info("Unpacking PostgreSQL to {}", target);
            Files.createDirectories(target.getParent());
            var unfinished = Files.createTempDirectory(target.getParent(), "unpacking-");
            try (var in = connection.getInputStream()) {
                unpack(in, unfinished);
            }
            publish(unfinished, target);
        }
        return target;
    }

    private static Path userCache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return cache.resolve("potstats2").toAbsolutePath();
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry leaves the directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Another process may have been faster; a half unpacked directory is never seen under the final name. */
    private static void publish(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target);
        } catch (IOException e) {
            if (!Files.exists(target)) {
                throw e;
            }
            Trees.delete(unfinished);
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
