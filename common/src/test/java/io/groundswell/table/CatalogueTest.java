package io.groundswell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void namesEachTableOnce() {
        assertThat(Catalogue.all()).extracting(TableSpec::name).doesNotHaveDuplicates();
        assertThat(Catalogue.find("gold.trends")).contains(Catalogue.TRENDS);
        assertThat(Catalogue.find("gold.nothing")).isEmpty();
    }

    @Test
    void namesColumnsInPlainSnakeCase() {
        for (TableSpec spec : Catalogue.all()) {
            assertThat(Arrays.asList(spec.schema().fieldNames()))
                    .as(spec.name())
                    .allMatch(column -> column.matches("[a-z][a-z0-9_]*"));
        }
    }

    @Test
    void hashesEveryColumnOfWhatIsDecided() {
        assertThat(Catalogue.TRENDS.hashed())
                .containsExactly(Catalogue.TRENDS.schema().fieldNames());
        assertThat(Catalogue.RUNS.hashed()).doesNotContain("run_id", "started_at");
    }

    @Test
    void refusesAKeyThatIsNoColumn() {
        assertThatThrownBy(() -> new TableSpec(
                        "gold.odd",
                        "odd",
                        io.groundswell.model.Topic.class,
                        List.of("topik"),
                        List.of(),
                        Map.of(),
                        Set.of(),
                        "nobody"))
                .hasMessageContaining("topik");
    }
}
