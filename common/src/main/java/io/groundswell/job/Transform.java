package io.groundswell.job;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A pure step from rows to rows: no session, no reading or writing, no actions. */
public interface Transform extends UnaryOperator<Dataset<Row>> {}
