package io.groundswell.app.lake;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.groundswell.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One file of rows of a table, read without Spark. The portable profile has nothing that takes rows of a file away.
 *
 * @param path absolute
 */
public record KernelFile(TableSpec spec, String path, long bytes) {

    /** Returns the number of its rows, each of which is read wholly, so that a page that is broken is an error. */
    public long count() {
        return count(path, bytes, spec.schema());
    }

    /** Returns the number of rows of any Parquet file, of which these columns are read. */
    public static long count(String path, long bytes, StructType columns) {
        long rows = 0;
        try (CloseableIterator<FileReadResult> found = open(path, bytes, columns, any -> true)) {
            while (found.hasNext()) {
                rows += found.next().getData().getSize();
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** Returns some columns of each row, as column name to value. */
    public List<Map<String, Object>> read(String... columns) {
        StructField[] wanted = Arrays.stream(columns)
                .map(column -> spec.schema().apply(column))
                .toArray(StructField[]::new);
        List<Map<String, Object>> rows = new ArrayList<>();
        try (CloseableIterator<FileReadResult> found =
                open(path, bytes, new StructType(wanted), Set.of(columns)::contains)) {
            while (found.hasNext()) {
                addRows(new FilteredColumnarBatch(found.next().getData(), Optional.empty()), rows);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a file of " + spec.name(), e);
        }
    }

    /** Opens a file of which some columns are read, and some, which may be more, are to be whole. */
    private static CloseableIterator<FileReadResult> open(
            String path, long bytes, StructType columns, Predicate<String> whole) throws IOException {
        Configuration conf = LakeFiles.configuration();
        PageChecksums.verify(path, conf, whole);
        Engine engine = DefaultEngine.create(conf);
        return engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(FileStatus.of(path, bytes, 0)),
                        DataTypeJsonSerDe.deserializeStructType(columns.json()),
                        Optional.empty());
    }

    /** Adds the rows of a batch, as column name to value. */
    static void addRows(FilteredColumnarBatch batch, List<Map<String, Object>> rows) throws IOException {
        try (CloseableIterator<Row> found = batch.getRows()) {
            while (found.hasNext()) {
                rows.add(KernelValues.of(found.next()));
            }
        }
    }
}
