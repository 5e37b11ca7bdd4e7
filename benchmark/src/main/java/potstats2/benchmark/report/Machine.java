package potstats2.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param memory in gigabytes
 */
public record Machine(String processor, int cores, long memory, String system, String java) {
    private static final double KB_PER_GB = 1024 * 1024;

    public static Machine ofThis() {
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(number(value(Path.of("/proc/meminfo"), "MemTotal")) / KB_PER_GB),
                value(Path.of("/etc/os-release"), "PRETTY_NAME") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
    }

    @Override
    public String toString() {
        return "%s, %s cores, %s GB; %s; Java %s".formatted(processor, cores, memory, system, java);
    }

    private static String value(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst("^[^:=]*[:=]", "")
                            .replace("\"", "")
                            .strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static double number(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
