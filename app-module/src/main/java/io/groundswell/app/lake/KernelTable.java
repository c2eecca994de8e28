package io.groundswell.app.lake;

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
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.groundswell.job.PlatformException;
import io.groundswell.table.CommitChain;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** One version of a Delta table, read without Spark. */
public final class KernelTable {
    private final Engine engine;
    private final Snapshot snapshot;

    private KernelTable(Engine engine, Snapshot snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    /** Returns every row of the newest version of a small table; none where there is no table. */
    public static List<Map<String, Object>> contentOf(Table table) {
        return open(table).map(KernelTable::read).orElse(List.of());
    }

    /**
     * Returns the newest version; empty where there is no table.
     *
     * @throws PlatformException if its newest commit is gone: what is left is an older version
     */
    public static Optional<KernelTable> open(Table table) {
        Engine engine = DefaultEngine.create(LakeFiles.configuration());
        try {
            Snapshot newest = TableManager.loadSnapshot(table.path()).build(engine);
            Path log = new Path(table.path(), "_delta_log");
            if (new CommitChain(log, LakeFiles.configuration()).isCutOffBehind(newest.getVersion())) {
                throw PlatformException.usage("The newest commit of %s at %s is gone. 'doctor' says how to mend it."
                        .formatted(table.name(), table.path()));
            }
            return Optional.of(new KernelTable(engine, newest));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }

    public long version() {
        return snapshot.getVersion();
    }

    /** Returns the id that a table made anew does not share. */
    public String id() {
        return inner().getMetadata().getId();
    }

    /** Returns the columns as Spark writes a schema in JSON. */
    public String schemaJson() {
        return inner().getMetadata().getSchemaString();
    }

    public int readerVersion() {
        return inner().getProtocol().getMinReaderVersion();
    }

    public Map<String, String> properties() {
        return snapshot.getTableProperties();
    }

    public List<String> partitionColumns() {
        return snapshot.getPartitionColumnNames();
    }

    /** Returns the last version that an application committed to the table; empty where it has not. */
    public OptionalLong transaction(String application) {
        return inner().getLatestTransactionVersion(engine, application)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Returns the number of rows, from the statistics in the table's log; −1 where a file has none. */
    public long rows() {
        List<DataFile> files = files();
        boolean isKnown = files.stream().allMatch(file -> file.rows() >= 0);
        return isKnown ? files.stream().mapToLong(DataFile::rows).sum() : -1;
    }

    /** Returns the files of rows that the table's log names. */
    public List<DataFile> files() {
        List<DataFile> files = new ArrayList<>();
        ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> found = batches.next().getRows()) {
                    while (found.hasNext()) {
                        files.add(file(found.next()));
                    }
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log of " + snapshot.getPath(), e);
        }
    }

    /** Returns every row as column name to value; meant for the small tables of the ops layer. */
    public List<Map<String, Object>> read() {
        List<Map<String, Object>> rows = new ArrayList<>();
        Configuration conf = LakeFiles.configuration();
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    while (files.hasNext()) {
                        readFile(state, files.next(), conf, rows);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + snapshot.getPath(), e);
        }
        return rows;
    }

    private void readFile(Row state, Row file, Configuration conf, List<Map<String, Object>> rows) throws IOException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        PageChecksums.verify(status.getPath(), conf, any -> true);
        CloseableIterator<ColumnarBatch> data = engine.getParquetHandler()
                .readParquetFiles(
                        io.delta.kernel.internal.util.Utils.singletonCloseableIterator(status),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> batches = Scan.transformPhysicalData(engine, state, file, data)) {
            while (batches.hasNext()) {
                KernelFile.addRows(batches.next(), rows);
            }
        }
    }

    private static DataFile file(Row row) {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(row);
        Row add = row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
        int stats = InternalScanFileUtils.ADD_FILE_STATS_ORDINAL;
        return new DataFile(status.getPath(), status.getSize(), add.isNullAt(stats) ? "" : add.getString(stats));
    }

    /** What Kernel's interface does not tell yet. */
    private SnapshotImpl inner() {
        return (SnapshotImpl) snapshot;
    }
}
