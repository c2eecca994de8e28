package io.groundswell.app.doctor;

import io.groundswell.app.lake.LakeFiles;
import io.groundswell.app.settings.SettingsProblem;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * What is examined.
 *
 * @param environment the process's variables
 * @param problems with the settings
 * @param tables every table of the catalogue, in its order
 * @param isDeep whether every byte is looked at, however long that takes
 */
public record Patient(
        Lake lake,
        Configuration conf,
        Map<String, String> environment,
        List<SettingsProblem> problems,
        List<LakeTable> tables,
        Instant now,
        boolean isDeep) {

    /** Opens a lake's tables, also those that can't be read, which are then told of. */
    public static Patient of(Lake lake, Map<String, String> environment, List<SettingsProblem> problems, Instant now) {
        List<LakeTable> tables = Catalogue.all().stream()
                .map(spec -> LakeTable.open(lake.table(spec)))
                .toList();
        return new Patient(lake, LakeFiles.configuration(), environment, problems, tables, now, false);
    }

    /** Returns the same, of which every byte is looked at. */
    public Patient deeply() {
        return new Patient(lake, conf, environment, problems, tables, now, true);
    }

    LakeTable table(TableSpec spec) {
        return tables.stream()
                .filter(table -> table.spec().equals(spec))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the tables that are there and can be opened. */
    List<LakeTable> open() {
        return tables.stream().filter(table -> table.content().isPresent()).toList();
    }
}
