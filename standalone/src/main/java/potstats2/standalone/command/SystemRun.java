package potstats2.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import potstats2.servers.KafkaServer;
import potstats2.standalone.Standalone;
import potstats2.standalone.progress.Display;
import potstats2.standalone.progress.OnePass;
import potstats2.standalone.progress.ProgressReport;

/**
 * The whole system, from its start until the process is told to end.
 *
 * @param overrides of the settings
 * @param once crawl one pass and say when all of it is in the numbers
 * @param exit and then end
 * @param out where progress is shown
 */
record SystemRun(Map<String, Object> overrides, boolean once, boolean exit, PrintWriter out) {
    int run() throws Exception {
        var standalone = new Standalone(overrides);
        var logFile = LogFile.open(standalone.dataDirectory());
        KafkaServer.whenItCannotGoOn(Thread.currentThread()::interrupt);
        try {
            return run(standalone, logFile);
        } catch (InterruptedException e) {
            standalone.abort();
            throw new IllegalStateException(
                    "Kafka cannot go on: is there room left in %s? More in %s"
                            .formatted(standalone.dataDirectory(), logFile),
                    e);
        }
    }

    private int run(Standalone standalone, Path logFile) throws Exception {
        var display = Display.of(out);
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "stop"));
        display.line("Starting; data and log in " + logFile.getParent());
        standalone.warning().ifPresent(display::line);
        display.line("Years, days and hours are those of " + standalone.timeZone());
        standalone.start();
        display.line("Look at " + standalone.startPage());
        try (var report =
                ProgressReport.start(standalone.crawl(), standalone.apiUrl(), standalone::troubles, display)) {
            if (once) {
                var summary = new OnePass(standalone.crawl(), standalone.kafka(), standalone.apiUrl()).await();
                report.show();
                display.line(summary.inOneLine());
            }
            if (!exit) {
                new CountDownLatch(1).await();
            }
        }
        return 0;
    }
}
