package io.groundswell.ml.topic;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits topics to documents. */
@FunctionalInterface
interface TopicEstimator {

    /**
     * Fits a model.
     *
     * @param documents with a column {@code words}, ARRAY&lt;STRING&gt;
     * @throws io.groundswell.job.PlatformException if the documents have too few words
     */
    TopicPipeline fit(Dataset<Row> documents);
}
