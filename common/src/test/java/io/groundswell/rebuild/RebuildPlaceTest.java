package io.groundswell.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import io.groundswell.testing.LocalFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildPlaceTest {
    @TempDir
    private Path folder;

    private Lake lake;
    private RebuildPlace place;

    @BeforeEach
    void begin() {
        lake = new Lake(folder.toString());
        place = new RebuildPlace(lake, LocalFiles.configuration());
        place.begin("plan");
    }

    private PlatformException refusal() {
        return catchThrowableOfType(PlatformException.class, place::requireNoSwap);
    }

    @Test
    void refusesNothingBeforeTheSwap() {
        assertThatCode(place::requireNoSwap).doesNotThrowAnyException();
        assertThat(place.plan()).contains("plan");
    }

    @Test
    void asksToWaitWhileTablesAreSwapped() {
        place.markSwap(7);

        try (Lease rebuilding = Lease.take(lake, RebuildPlace.APPLICATION)) {
            assertThat(refusal().exitCode()).isEqualTo(75);
        }
        assertThat(place.swap()).hasValue(7);
    }

    @Test
    void failsWhereASwapWasStopped() {
        place.markSwap(7);

        assertThat(refusal()).hasMessageContaining("Run 'rebuild'");
        assertThat(refusal().exitCode()).isEqualTo(2);
        place.discard();
        assertThatCode(place::requireNoSwap).doesNotThrowAnyException();
        assertThat(place.plan()).isEmpty();
    }
}
