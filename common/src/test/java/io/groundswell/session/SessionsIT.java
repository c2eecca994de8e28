package io.groundswell.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SessionsIT {

    @Test
    void countsTimeInUtcAndLetsTheUserWin(SparkSession spark) {
        assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
    }

    @Test
    void writesLocalFilesWithoutStartingProcesses(SparkSession spark) throws java.io.IOException {
        assertThat(new org.apache.hadoop.fs.Path("file:/tmp")
                        .getFileSystem(spark.sparkContext().hadoopConfiguration()))
                .isInstanceOf(ForklessFileSystem.class);
    }
}
