package potstats2.standalone.operate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import potstats2.standalone.progress.Display;
import tools.jackson.databind.JsonNode;

/** Waits until what was to be read again is read. */
final class ReplayWatch {
    private static final Duration POLL = Duration.ofMillis(200);

    private final OperationsClient ingest;
    private final Display display;

    ReplayWatch(OperationsClient ingest, Display display) {
        this.ingest = ingest;
        this.display = display;
    }

    /** How much a partition had to read at the beginning. */
    private record Range(long from, long end) {}

    /**
     * Returns when these partitions are in the tables as far as they went at the beginning.
     *
     * @param partitions as the service describes them, with the positions that they were set back to
     * @return how many offsets were read
     */
    long await(JsonNode partitions) {
        var ranges = new HashMap<String, Range>();
        for (var partition : partitions) {
            ranges.put(
                    name(partition),
                    new Range(
                            partition.path("position").asLong(),
                            partition.path("end").asLong()));
        }
        var total = ranges.values().stream()
                .mapToLong(range -> Math.max(0, range.end() - range.from()))
                .sum();
        for (var left = left(ranges); left > 0; left = left(ranges)) {
            display.progress(List.of(String.format(Locale.ROOT, "read again: %,d of %,d", total - left, total)));
            LockSupport.parkNanos(POLL.toNanos());
        }
        display.progress(List.of());
        return total;
    }

    private long left(Map<String, Range> ranges) {
        var left = 0L;
        for (var partition : ingest.get("replay").path("partitions")) {
            var range = ranges.get(name(partition));
            if (range != null) {
                left += Math.max(0, range.end() - partition.path("position").asLong());
            }
        }
        return left;
    }

    private static String name(JsonNode partition) {
        return partition.path("topic").asString() + "-"
                + partition.path("partition").asInt();
    }
}
