package potstats2.api.stream;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;

/** The boards' names as the forum shows them. For the thread that tells the news: it waits, a moment, seldom. */
@Component
class BoardNames {
    private static final Logger log = LoggerFactory.getLogger(BoardNames.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(5);
    private static final Duration UNTIL_RENEWAL = Duration.ofMinutes(5);

    private final DatabaseClient database;
    private Map<Long, String> names = Map.of();
    private long readAt = System.nanoTime() - UNTIL_RENEWAL.toNanos();

    BoardNames(DatabaseClient database) {
        this.database = database;
    }

    /** Empty while unknown. */
    String of(long bid) {
        var age = System.nanoTime() - readAt;
        if (age > (names.containsKey(bid) ? UNTIL_RENEWAL : UNTIL_RETRY).toNanos()) {
            read();
        }
        return names.getOrDefault(bid, "");
    }

    private void read() {
        try {
            var read = database.sql("SELECT bid, name FROM forum.boards")
                    .map(row -> Map.entry(Columns.number(row, "bid"), Columns.text(row, "name")))
                    .all()
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                    .block(LONGEST_WAIT);
            if (read != null) {
                names = read;
            }
        } catch (DataAccessException | R2dbcException | IllegalStateException e) {
            log.debug("Boards go without names: {}", e.toString());
        }
        readAt = System.nanoTime();
    }
}
