package io.vigie.training;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts who did the work. Spark makes one of its own for each run, by the class's name, so that the counts are shared. */
public final class TasksByExecutor extends SparkListener {

    static final Map<String, Integer> DONE = new ConcurrentHashMap<>();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        DONE.merge(end.taskInfo().executorId(), 1, Integer::sum);
    }
}
