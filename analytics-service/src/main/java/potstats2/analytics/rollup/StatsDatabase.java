package potstats2.analytics.rollup;

import java.time.ZoneId;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of the rollups, and how their transactions begin. */
final class StatsDatabase {

    private final JdbcTemplate jdbc;
    private final JdbcTransactionManager transactions;

    StatsDatabase(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        transactions = new JdbcTransactionManager(dataSource);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    <T> T inTransaction(Supplier<T> work) {
        return inTransaction(TransactionDefinition.ISOLATION_READ_COMMITTED, work);
    }

    /** Everything in the transaction sees the tables as they are at its first query. */
    <T> T inSnapshot(Supplier<T> work) {
        return inTransaction(TransactionDefinition.ISOLATION_REPEATABLE_READ, work);
    }

    /**
     * Everything sees the tables as another transaction does, which exported its snapshot and is still open. What it writes
     * is rolled back in the end.
     */
    void lookInto(String snapshot, Runnable work) {
        transaction(TransactionDefinition.ISOLATION_REPEATABLE_READ).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.execute("SET TRANSACTION SNAPSHOT '%s'".formatted(snapshot));
            work.run();
        });
    }

    /** From here to the end of the transaction, days and hours in SQL are those of the zone. */
    void useTimeZone(ZoneId zone) {
        jdbc.queryForObject("SELECT set_config('TimeZone', ?, true)", String.class, zone.getId());
    }

    private <T> T inTransaction(int isolation, Supplier<T> work) {
        return transaction(isolation).execute(status -> work.get());
    }

    private TransactionTemplate transaction(int isolation) {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(isolation);
        return new TransactionTemplate(transactions, definition);
    }
}
