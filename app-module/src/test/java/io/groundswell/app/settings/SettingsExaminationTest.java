package io.groundswell.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsExaminationTest {
    private static final Section<LakeSettings> LAKE = new Section<>("lake", LakeSettings.DEFAULT);
    private static final Section<SparkSettings> SPARK = new Section<>("spark", SparkSettings.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void tellsOfAllThatIsWrongAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("groundswell.conf"), "spark.mastr = local, lake.root = pond");
        SettingsExamination found = examine(
                Map.of("spark.master", ""),
                Map.of("GROUNDSWELL_SPARK_MASTRE", "local", "GROUNDSWELL_LOG", "log"),
                file);

        assertThat(found.problems())
                .extracting(SettingsProblem::what)
                .satisfiesExactlyInAnyOrder(
                        unknown -> assertThat(unknown).contains("spark.mastr", "groundswell.conf"),
                        variable -> assertThat(variable).contains("GROUNDSWELL_SPARK_MASTRE"),
                        refused -> assertThat(refused).contains("spark.master must name a master"));
        assertThat(found.problems().toString()).contains("Did you mean 'spark.master'?", "where it is set (flag)");
        assertThat(found.settings().get(LAKE).root()).isEqualTo("pond");
        assertThat(found.settings().get(SPARK)).isEqualTo(SparkSettings.DEFAULT);
    }

    @Test
    void goesOnWithoutAFileThatCannotBeRead() {
        SettingsExamination found = examine(Map.of(), Map.of(), folder.resolve("none"));

        assertThat(found.problems()).singleElement().satisfies(problem -> assertThat(problem.what())
                .contains("there is no such file"));
        assertThat(found.settings().get(LAKE)).isEqualTo(LakeSettings.DEFAULT);
    }

    private static SettingsExamination examine(Map<String, String> flags, Map<String, String> environment, Path file) {
        return SettingsExamination.of(
                List.of(LAKE, SPARK), new Settings.Sources(flags, environment, Optional.of(file)));
    }
}
