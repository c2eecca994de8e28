package io.groundswell.testkit.run;

import java.util.Random;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/**
 * A plugin of Spark's that lets a share of all tasks fail when their work is done: what they wrote is there, and nobody has
 * been told, as of a worker that dies.
 */
public final class FailingTasks implements SparkPlugin {
    static final String FAULT = "a task that fails, as asked";
    private static final double SHARE = 0.05;

    @Override
    public DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Failing();
    }

    private static final class Failing implements ExecutorPlugin {
        private final Random random = new Random(1);

        @Override
        public synchronized void onTaskStart() {
            if (random.nextDouble() < SHARE) {
                TaskCompletionListener failing = ended -> {
                    System.err.println(FAULT);
                    throw new IllegalStateException(FAULT);
                };
                TaskContext.get().addTaskCompletionListener(failing);
            }
        }
    }
}
