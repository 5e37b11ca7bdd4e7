package potstats2.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import potstats2.runtime.settings.BadSettingException;

/** A directory that belongs to one process at a time; the system gives it back when the process ends in any way. */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the directory when it is missing. */
    static DataDirectory take(Path path) {
        return takeIfFree(path)
                .orElseThrow(() -> new BadSettingException(
                        "potstats2.standalone.data-dir: another potstats2 is running on " + path));
    }

    /** As {@link #take}; empty while it is another's. */
    static Optional<DataDirectory> takeIfFree(Path path) {
        try {
            Files.createDirectories(path);
            var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new DataDirectory(path, file));
        } catch (IOException e) {
            throw new BadSettingException("potstats2.standalone.data-dir: cannot be used: " + e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }
}
