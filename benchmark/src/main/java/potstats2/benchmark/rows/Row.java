package potstats2.benchmark.rows;

import java.util.List;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.Laboratory;

/** A row of the table: something that is promised, and how it is measured. */
public interface Row {

    /** By which it is asked for. */
    String name();

    /** What is measured, in a few words. */
    String about();

    /** Its lines of the table. */
    List<Measured> measure(Laboratory laboratory) throws Exception;

    /** Whether it is measured when no row is named. */
    default boolean isOfAll() {
        return true;
    }
}
