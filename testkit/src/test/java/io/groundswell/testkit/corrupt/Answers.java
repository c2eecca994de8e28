package io.groundswell.testkit.corrupt;

import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What readers get of a table: all of it by Spark and, of a small one, by Kernel, and by Spark the rows at the ends of two
 * columns, for which it passes over files and pages by what statistics say of them.
 *
 * @param bounds conditions of the ends
 */
record Answers(TableSpec spec, List<Column> bounds) {
    private static final int COLUMNS = 2;

    /** Looks at a whole table for what is to be asked. */
    static Answers of(Table table, SparkSession spark) {
        Dataset<Row> rows = table.read(spark);
        List<Column> bounds = new ArrayList<>();
        List<String> plain = Arrays.stream(table.spec().schema().fields())
                .filter(Answers::isPlain)
                .map(StructField::name)
                .limit(COLUMNS)
                .toList();
        Column[] ends = plain.stream()
                .flatMap(column -> Stream.of(functions.min(column), functions.max(column)))
                .toArray(Column[]::new);
        Row found = rows.agg(functions.count(functions.lit(1)), ends).head();
        for (int i = 0; i < plain.size(); i++) {
            if (!found.isNullAt(2 * i + 1)) {
                bounds.add(functions.col(plain.get(i)).leq(functions.lit(found.get(2 * i + 1))));
                bounds.add(functions.col(plain.get(i)).geq(functions.lit(found.get(2 * i + 2))));
            }
        }
        return new Answers(table.spec(), bounds);
    }

    private static boolean isPlain(StructField field) {
        return !(field.dataType() instanceof ArrayType
                || field.dataType() instanceof MapType
                || field.dataType() instanceof StructType
                || field.dataType() instanceof BinaryType);
    }

    /** Returns what is answered now. */
    List<String> ask(Table table, SparkSession spark) {
        List<String> answers = new ArrayList<>();
        Dataset<Row> rows = table.read(spark);
        answers.add(
                ContentHash.of(rows, Arrays.asList(spec.schema().fieldNames())).toString());
        Dataset<Row> ends = null;
        for (int i = 0; i < bounds.size(); i++) {
            Dataset<Row> end = table.read(spark)
                    .where(bounds.get(i))
                    .select(functions.lit(i).as("bound"));
            ends = ends == null ? end : ends.unionAll(end);
        }
        if (ends != null) {
            ends.groupBy("bound").count().collectAsList().stream()
                    .map(Row::toString)
                    .sorted()
                    .forEach(answers::add);
        }
        if (!spec.name().startsWith("ops.")) {
            return answers; // Kernel reads the small tables of the command line
        }
        answers.add(KernelTable.contentOf(table).stream()
                .map(row -> Integer.toHexString(row.toString().hashCode()))
                .sorted()
                .toList()
                .toString());
        return answers;
    }
}
