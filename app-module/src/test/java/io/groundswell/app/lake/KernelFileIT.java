package io.groundswell.app.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class KernelFileIT {
    private static final StructType COLUMNS = StructType.fromDDL("term STRING");

    @TempDir
    private Path folder;

    @Test
    void takesNoPageWithAnotherTextInIt(SparkSession spark) throws IOException {
        Path file = write(spark);
        assertThat(count(file)).isEqualTo(100);
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("word42");
        assertThat(at).isPositive();

        bytes[at + 5] = '3'; // a text still, of the same length: nothing but the page's checksum tells
        Path copy = Files.write(folder.resolve("copy.parquet"), bytes); // which has no checksum of the whole beside it

        assertThatThrownBy(() -> count(copy)).hasStackTraceContaining("CRC checksum verification failed");
    }

    private Path write(SparkSession spark) throws IOException {
        String target = folder.resolve("rows").toString();
        spark.range(100)
                .selectExpr("concat('word', id) AS term")
                .coalesce(1)
                .write()
                .option("compression", "none")
                .parquet(target);
        try (Stream<Path> files = Files.list(Path.of(target))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long count(Path file) throws IOException {
        return KernelFile.count(file.toString(), Files.size(file), COLUMNS);
    }
}
