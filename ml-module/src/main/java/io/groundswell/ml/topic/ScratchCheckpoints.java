package io.groundswell.ml.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;

/**
 * A folder in which Spark cuts lineages while a model is fitted: without one each round of EM plans all the rounds
 * before it again. The folder goes with the fit.
 */
final class ScratchCheckpoints implements AutoCloseable {
    private final SparkContext context;
    private final Path folder;
    private final String before;

    ScratchCheckpoints(SparkContext context, String folder) {
        this.context = context;
        this.folder = new Path(folder);
        before = context.getCheckpointDir().getOrElse(() -> null);
        context.setCheckpointDir(folder);
    }

    @Override
    public void close() {
        context.setCheckpointDir(before);
        try {
            folder.getFileSystem(context.hadoopConfiguration()).delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
