package io.groundswell.app.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.table.Catalogue;
import io.groundswell.upkeep.Compaction;
import io.groundswell.upkeep.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaintainSettingsTest {
    private static MaintainSettings retaining(String... entries) {
        return new MaintainSettings(20, 32L << 20, List.of(entries), Optional.empty());
    }

    @Test
    void keepsAllByDefault() {
        assertThat(MaintainSettings.DEFAULT.retention()).isEmpty();
        assertThat(MaintainSettings.DEFAULT.spoolAfter()).isEmpty();
        assertThat(MaintainSettings.DEFAULT.compaction()).isEqualTo(Compaction.DEFAULT);
    }

    @Test
    void readsTheRetentionOfATable() {
        MaintainSettings settings = retaining("ops.runs=90d", "silver.rejected_posts = 36h");

        assertThat(settings.retentionOf(Catalogue.RUNS)).contains(new Retention("started_at", Duration.ofDays(90)));
        assertThat(settings.retentionOf(Catalogue.REJECTED_POSTS))
                .contains(new Retention("received_at", Duration.ofHours(36)));
        assertThat(settings.retentionOf(Catalogue.HASHTAGS)).isEmpty();
    }

    @Test
    void refusesWhatStreamsOrLawsForbid() {
        assertThatThrownBy(() -> retaining("silver.post_changes=90d"))
                .hasMessageContaining("maintain.retention can't name silver.post_changes: a stream reads it");
        assertThatThrownBy(() -> retaining("bronze.raw_posts=90d")).hasMessageContaining("what has landed");
        assertThatThrownBy(() -> retaining("gold.trends=90d")).hasMessageContaining("a stream reads it");
        assertThatThrownBy(() -> retaining("gold.term_counts=90d")).hasMessageContaining("known at a decision");
        assertThatThrownBy(() -> retaining("gold.tends=90d")).hasMessageContaining("no such table");
        assertThatThrownBy(() -> retaining("ops.runs=soon")).hasMessageContaining("such as ops.runs=90d");
        assertThatThrownBy(() -> retaining("ops.runs=5h")).hasMessageContaining("1d or more");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new MaintainSettings(1, 32L << 20, List.of(), Optional.empty()))
                .hasMessageContaining("maintain.small-files");
        assertThatThrownBy(() -> new MaintainSettings(20, 1000, List.of(), Optional.empty()))
                .hasMessageContaining("maintain.file-bytes");
        assertThatThrownBy(() -> new MaintainSettings(20, 32L << 20, List.of(), Optional.of(Duration.ofMinutes(1))))
                .hasMessageContaining("maintain.spool-after");
    }

    @Test
    void takesCareOfEachTable() {
        assertThat(Catalogue.all()).allSatisfy(spec -> {
            Care care = Care.of(spec);
            assertThat(care.ageBy().isEmpty()).isNotEqualTo(care.whyKept().isEmpty());
            care.ageBy()
                    .ifPresent(column -> assertThat(spec.schema().fieldNames()).contains(column));
        });
    }
}
