package io.groundswell.ingest.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class SuppressionsIT {
    private static final Suppressions.Id FIRST = new Suppressions.Id(IdKind.POST, "x", "1800000000000000018");
    private static final Suppressions.Id SECOND = new Suppressions.Id(IdKind.POST, "x", "1800000000000000019");

    @TempDir
    private Path folder;

    private static int add(Suppressions list, Suppressions.Id id) {
        Suppressions.Draft draft = list.draft();
        draft.add(id, null, Instant.EPOCH);
        return list.write(draft);
    }

    @Test
    void isNothingWithoutItsKey(SparkSession spark) throws IOException {
        Lake lake = new Lake(folder.resolve("lake").toString());
        lake.table(Catalogue.SUPPRESSIONS).createIfAbsent(spark);
        Suppressions list = new Suppressions(lake, spark);
        Path file = Path.of(lake.suppressionKey());
        Files.createFile(file); // what a kill leaves in the place of a first key: none
        assertThat(list.load().isEmpty()).isTrue();
        assertThat(add(list, FIRST)).isEqualTo(1);
        assertThat(add(list, FIRST)).as("known").isZero();
        assertThat(list.load().isPost("x", FIRST.id())).isTrue();
        assertThat(list.load().isPost("x", SECOND.id())).isFalse();

        String key = Files.readString(file);
        Files.delete(file);
        assertUnusable(list, "is missing");
        Files.writeString(file, key.substring(2));
        assertUnusable(list, "is missing");
        Files.writeString(file, HexFormat.of().formatHex(new byte[32]));
        assertUnusable(list, "is not the one that the list was made with");
        Files.writeString(file, "no key at all");
        assertUnusable(list, "holds no key");
        Files.writeString(file, key);
        assertThat(add(list, SECOND)).isEqualTo(1);
        assertThat(list.load().size()).isEqualTo(2);
    }

    /** To read the list and to add to it, which must not make another key. */
    private static void assertUnusable(Suppressions list, String why) {
        assertThatThrownBy(list::load)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Put it back from its copy");
        assertThatThrownBy(() -> add(list, SECOND)).hasMessageContaining(why);
    }
}
