package io.groundswell.job;

import io.groundswell.table.Table;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Something to run on a lake, as often as one likes: what it has done it does not do again. */
public interface Job {

    /** Returns the job's name on the command line. */
    String name();

    /** Returns the tables it reads, of which some may not be there yet. */
    List<Table> reads();

    /** Returns the tables it writes; the runner creates those that are not there. */
    List<Table> writes();

    /** Returns the tables that it makes anew as a whole, whatever columns they have; the runner creates none of them. */
    default List<Table> replaces() {
        return List.of();
    }

    /**
     * Runs until there is nothing more to do.
     *
     * @return what was counted
     * @throws PlatformException if a user can mend what is wrong
     */
    Outcome run(SparkSession spark);
}
