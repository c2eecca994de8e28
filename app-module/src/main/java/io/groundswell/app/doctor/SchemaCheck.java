package io.groundswell.app.doctor;

import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.Catalogue;
import io.groundswell.table.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether a table has the columns of the catalogue. */
record SchemaCheck() implements TableCheck {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String fine(int tables) {
        return "The columns of %d tables are the catalogue's".formatted(tables);
    }

    @Override
    public List<Finding> examine(LakeTable table, Patient patient) {
        String schema = table.content().map(KernelTable::schemaJson).orElseThrow();
        return findings(table, (StructType) DataType.fromJson(schema));
    }

    private static List<Finding> findings(LakeTable table, StructType found) {
        SchemaDifference difference = SchemaDifference.between(table.spec().schema(), found);
        String missing = difference.missing().stream().map(SchemaCheck::told).collect(Collectors.joining(", "));
        String differing = difference.differing().stream()
                .map(field -> "%s, here %s"
                        .formatted(
                                told(field),
                                found.apply(field.name()).dataType().simpleString()))
                .collect(Collectors.joining("; "));
        String unexpected =
                difference.unexpected().stream().map(StructField::name).collect(Collectors.joining(", "));
        List<Finding> findings = new ArrayList<>();
        if (!missing.isEmpty()) {
            findings.add(Finding.error(
                    "%s lacks %s.".formatted(table.name(), missing),
                    "An older build made the table; this one can't write rows into it.",
                    cure(table)));
        }
        if (!differing.isEmpty()) {
            findings.add(Finding.error(
                    "%s has columns of another type: %s.".formatted(table.name(), differing),
                    "Another build made the table; this one can't write rows into it.",
                    cure(table)));
        }
        if (!unexpected.isEmpty()) {
            findings.add(Finding.warning(
                    "%s has columns that the catalogue has not: %s.".formatted(table.name(), unexpected),
                    "A newer build or somebody else added them; this one leaves them empty.",
                    "Use the build that made the lake, or let them be."));
        }
        return findings;
    }

    private static String cure(LakeTable table) {
        return Catalogue.cure(table.spec()).orElseGet(table::remedy);
    }

    private static String told(StructField field) {
        return field.name() + " " + field.dataType().simpleString();
    }
}
