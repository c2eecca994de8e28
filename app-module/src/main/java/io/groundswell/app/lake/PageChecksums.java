package io.groundswell.app.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * The checksums of a Parquet file's pages. Kernel opens files without telling Parquet of any setting, and so never compares
 * them: a page with another text in it would be read as if it were whole.
 */
final class PageChecksums {
    private PageChecksums() {}

    /**
     * Reads each page of some columns of a file, and decodes none.
     *
     * @param columns whether a column, by its name, is among them
     * @throws RuntimeException of one of many types if a page is not what was written, or can't be found
     * @throws UncheckedIOException if the file can't be read
     */
    static void verify(String file, Configuration conf, Predicate<String> columns) {
        Path path = new Path(file);
        ParquetReadOptions options = HadoopReadOptions.builder(conf, path)
                .usePageChecksumVerification(true)
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf), options)) {
            MessageType all = reader.getFooter().getFileMetaData().getSchema();
            reader.setRequestedSchema(new MessageType(
                    all.getName(),
                    all.getFields().stream()
                            .filter(column -> columns.test(column.getName()))
                            .toList()));
            while (reader.readNextRowGroup() != null) {
                // Read is compared.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
