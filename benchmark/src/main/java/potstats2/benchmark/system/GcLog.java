package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a JVM's garbage collections say about its memory.
 *
 * @param peakMb the most that was left after one
 * @param lastMb what was left after the last
 * @param collections how many there were
 * @param pauseSeconds how long they took together
 */
public record GcLog(double peakMb, double lastMb, int collections, double pauseSeconds) {
    private static final Pattern PAUSE = Pattern.compile(" Pause .* \\d+[KMG]->(\\d+)([KMG])\\(.* ([0-9.]+)ms");

    /** For the command line. */
    static String option(Path file) {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    static GcLog read(Path file) throws IOException {
        var peak = 0.0;
        var last = 0.0;
        var collections = 0;
        var millis = 0.0;
        for (var line : Files.readAllLines(file)) {
            var pause = PAUSE.matcher(line);
            if (pause.find()) {
                collections++;
                millis += Double.parseDouble(pause.group(3));
                last = megabytes(Double.parseDouble(pause.group(1)), pause.group(2));
                peak = Math.max(peak, last);
            }
        }
        return new GcLog(peak, last, collections, millis / 1000);
    }

    private static double megabytes(double value, String unit) {
        return switch (unit) {
            case "K" -> value / 1024;
            case "G" -> value * 1024;
            default -> value;
        };
    }
}
