package io.groundswell.session;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExplainMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class InterpretingIT {
    @Test
    void generatesCodeInTheSessionBesideItAlone(SparkSession tests) {
        SparkSession compiling = SparkTest.compiling(tests);

        SparkSession interpreting = Interpreting.beside(compiling);

        assertThat(interpreting.conf().get("spark.sql.codegen.factoryMode")).isEqualTo("NO_CODEGEN");
        assertThat(isCompiled(interpreting)).isFalse();
        assertThat(isCompiled(compiling)).isTrue();
    }

    private static boolean isCompiled(SparkSession spark) {
        Dataset<Row> doubled = spark.range(10).agg(sum(col("id").multiply(2)));
        assertThat(doubled.collectAsList().get(0).getLong(0)).isEqualTo(90);
        return !doubled.queryExecution()
                .explainString(ExplainMode.fromString("codegen"))
                .contains("Found 0 WholeStageCodegen");
    }
}
