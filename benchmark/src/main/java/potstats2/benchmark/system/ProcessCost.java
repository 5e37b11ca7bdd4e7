package potstats2.benchmark.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a running process of this machine costs, as Linux says.
 *
 * @param cpuSeconds processor time since its start, in hundredths
 * @param residentMb memory it occupies
 * @param peakResidentMb the most it ever occupied
 * @param threads it has now
 * @param files it has open now
 */
public record ProcessCost(double cpuSeconds, double residentMb, double peakResidentMb, int threads, int files) {
    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int KB_PER_MB = 1024;
    /** In /proc/PID/stat, counted from behind the program's name. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    public static ProcessCost of(long pid) {
        var stat = read(pid, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var status = read(pid, "status");
        return new ProcessCost(
                (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND,
                number(status, "VmRSS:") / KB_PER_MB,
                number(status, "VmHWM:") / KB_PER_MB,
                (int) number(status, "Threads:"),
                files(pid));
    }

    /** Exact to the nanosecond, of a process without further threads such as PostgreSQL's. */
    public static double cpuSecondsOfOneThread(long pid) {
        return Long.parseLong(read(pid, "schedstat").split(" ", 2)[0]) / NANOS_PER_SECOND;
    }

    private static int files(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
