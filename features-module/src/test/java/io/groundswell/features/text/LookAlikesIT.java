package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which terms are look-alikes stands in the table of hashtags. */
@ExtendWith(SparkTest.class)
class LookAlikesIT {

    @Test
    void putsAFlagBehindTheColumnsOfTerms(SparkSession spark) {
        List<Row> terms = List.of(
                RowFactory.create("paris", 1L), RowFactory.create("p\u0430ris", 2L), RowFactory.create(null, 3L));
        StructType schema = StructType.fromDDL("term STRING, posts BIGINT");

        assertThat(spark.createDataFrame(terms, schema)
                        .transform(new LookAlikes()::apply)
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create("paris", 1L, false),
                        RowFactory.create("p\u0430ris", 2L, true),
                        RowFactory.create(null, 3L, false));
    }
}
