package io.groundswell.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class KilledForgetIT {
    /** The list alone is written: ForgetPostsIT. */
    private static final List<String> POINTS =
            List.of("forget.afterGold:1", "forget.afterBronze:1", "log.beforeErasure:3");

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    /** Killed behind gold, behind bronze and while a log is written anew: each run goes on from the one before it. */
    @Test
    @Tag("slow")
    void isCompletedByALaterRun(SparkSession spark) throws Exception {
        Landing landing = ForgetLake.lake(spark, folder.resolve("killed"));
        for (String point : POINTS) {
            assertThat(ForgetProcess.run(landing, point)).as(point).isEqualTo(KILLED);
        }

        Map<String, Long> last = ForgetLake.forget(landing, IdKind.POST, "5", landing.input());

        assertThat(last).containsEntry("suppressed", 1L).containsEntry("lines", 0L);
        assertThat(ForgetLake.search(spark).below(landing.folder())).isEmpty();
        Landing whole = ForgetLake.lake(spark, folder.resolve("whole"));
        ForgetLake.forget(whole, IdKind.AUTHOR, ForgetLake.AUTHOR, whole.input());
        List<ContentHash> wanted = whole.hashes();
        assertThat(landing.hashes()).isEqualTo(wanted);
        landing.settle();
        assertThat(ForgetLake.texts(landing, Catalogue.POSTS)).hasSize(2);
    }
}
