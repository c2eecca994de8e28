package io.groundswell.app.demo;

import io.groundswell.ingest.simulate.Truth;
import io.groundswell.table.Lake;
import java.io.PrintStream;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

record TruthCheck(Lake lake) {
    record Result(long planted) {
        Map<String, Object> document() {
            return Map.of("planted", planted);
        }

        void print(PrintStream out) {
            out.println(planted);
        }
    }

    Result compare(SparkSession spark, Truth truth) {
        return new Result(truth.trends().size());
    }
}
