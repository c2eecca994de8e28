package io.groundswell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LakeTest {
    @Test
    void takesRelativePathFromTheWorkingFolder() {
        assertThat(new Lake("lake").root())
                .isEqualTo(Path.of("").toAbsolutePath().resolve("lake").toString());
        assertThat(new Lake("./lake/").root()).isEqualTo(new Lake("lake").root());
    }

    @Test
    void keepsAbsolutePathsAndAddresses() {
        assertThat(new Lake("/data/lake/").root()).isEqualTo("/data/lake");
        assertThat(new Lake("hdfs://name:8020/lake/").root()).isEqualTo("hdfs://name:8020/lake");
        assertThat(new Lake("s3a://bucket/lake").root()).isEqualTo("s3a://bucket/lake");
    }

    @Test
    void refusesNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lake(" ")).withMessageContaining("folder");
    }

    @Test
    void hasWhatIsMadeOfBronzeBesideWhatIsInForce() {
        Lake lake = new Lake("/data/lake");
        Lake beside = lake.beside();

        for (TableSpec spec : Catalogue.rebuilt()) {
            assertThat(beside.table(spec).path()).isEqualTo("/data/lake/_rebuild/" + spec.folder());
        }
        assertThat(beside.checkpoint("settle-posts", "posts")).startsWith("/data/lake/_rebuild/");
        assertThat(beside.table(Catalogue.RAW_POSTS)).isEqualTo(lake.table(Catalogue.RAW_POSTS));
        assertThat(beside.table(Catalogue.RULES)).isEqualTo(lake.table(Catalogue.RULES));
        assertThat(beside.isBeside()).isTrue();
        assertThat(lake.isBeside()).isFalse();
    }
}
