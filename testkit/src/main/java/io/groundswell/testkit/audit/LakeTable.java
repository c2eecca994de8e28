package io.groundswell.testkit.audit;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** Some columns of the newest version of a Delta table that maps no columns and has no deletion vectors. */
record LakeTable(Path folder, List<String> columns) {

    /** Hands each row over, with the columns in their order; a table that is not there has none. */
    void forEach(Consumer<Row> reader) throws IOException {
        Engine engine = DefaultEngine.create(new Configuration());
        Snapshot snapshot;
        try {
            snapshot = TableManager.loadSnapshot(folder.toString()).build(engine);
        } catch (TableNotFoundException e) {
            return;
        }
        StructType schema = schema(snapshot);
        Scan scan = snapshot.getScanBuilder().withReadSchema(schema).build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
            while (files.hasNext()) {
                try (CloseableIterator<Row> rows = files.next().getRows()) {
                    while (rows.hasNext()) {
                        Row file = rows.next();
                        read(Scan.transformPhysicalData(engine, state, file, data(engine, file, schema)), reader);
                    }
                }
            }
        }
    }

    private StructType schema(Snapshot snapshot) {
        List<StructField> wanted =
                columns.stream().map(column -> snapshot.getSchema().get(column)).toList();
        return new StructType(wanted);
    }

    private static void read(CloseableIterator<FilteredColumnarBatch> batches, Consumer<Row> reader)
            throws IOException {
        try (batches) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        reader.accept(rows.next());
                    }
                }
            }
        }
    }

    private CloseableIterator<ColumnarBatch> data(Engine engine, Row file, StructType schema) throws IOException {
        Row add = file.getStruct(file.getSchema().indexOf("add"));
        StructType fields = add.getSchema();
        FileStatus status = FileStatus.of(
                folder + "/" + URI.create(add.getString(fields.indexOf("path"))).getPath(),
                add.getLong(fields.indexOf("size")),
                add.getLong(fields.indexOf("modificationTime")));
        return engine.getParquetHandler()
                .readParquetFiles(new One<>(status), schema, Optional.empty())
                .map(FileReadResult::getData);
    }
}
