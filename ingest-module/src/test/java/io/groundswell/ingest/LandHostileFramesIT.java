package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.parse.HostileFrames;
import io.groundswell.ingest.parse.Mutator;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes, no batch fails and every frame is somewhere. */
@ExtendWith(SparkTest.class)
class LandHostileFramesIT {
    private static final int MUTATIONS = 100_000;
    private static final long RECEIVED = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, NOON);

    @TempDir
    private Path folder;

    @Test
    void landsEachFrameAsAChangeARepeatOrARejection(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(16 << 20);
        List<String> lines = new ArrayList<>();
        List<byte[]> sound = new ArrayList<>();
        for (String format : HostileFrames.formats()) {
            sound.add(HostileFrames.sound(format));
            HostileFrames.of(format).forEach(frame -> lines.add(line(format, frame)));
        }
        int hostile = lines.size();
        Mutator mutator = new Mutator(sound, 7);
        for (int i = 0; i < MUTATIONS; i++) {
            lines.add(
                    line(HostileFrames.formats().get(i % HostileFrames.formats().size()), mutator.next()));
        }
        landing.append("000000000001.ndjson", lines.toArray(String[]::new));

        Run run = landing.run();

        assertThat(hostile).isGreaterThan(400);
        assertThat(run.rows())
                .containsEntry("frames", (long) hostile + MUTATIONS)
                .hasEntrySatisfying("batches", batches -> assertThat(batches).isGreaterThan(1));
        long changes = landing.rows(Catalogue.POST_CHANGES).count();
        long rejected = landing.rows(Catalogue.REJECTED_POSTS).count();
        assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isEqualTo((long) hostile + MUTATIONS);
        assertThat(changes + rejected + run.rows().get("duplicates")).isEqualTo((long) hostile + MUTATIONS);
        assertThat(changes).isPositive();
        assertThat(landing.rows(Catalogue.REJECTED_POSTS)
                        .where(col("reason").isin("missing-field", "wrong-type", "bad-time", "bad-id"))
                        .where("field IS NULL")
                        .count())
                .isZero();
        assertThat(landing.rows(Catalogue.POST_CHANGES)
                        .where("created_at > received_at + INTERVAL 5 MINUTES")
                        .count())
                .isZero();
    }

    private static String line(String format, byte[] frame) {
        return "{\"received_at\":%d,\"source\":\"%s\",\"format\":\"%s\",\"payload_base64\":\"%s\"}"
                .formatted(RECEIVED, format, format, Base64.getEncoder().encodeToString(frame));
    }
}
