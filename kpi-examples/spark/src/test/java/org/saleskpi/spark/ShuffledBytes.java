package org.saleskpi.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts what the stages of a question shuffle, and how long its tasks take. */
final class ShuffledBytes extends SparkListener {

    /**
     * What a stage did.
     *
     * @param id its number, in the order of the stages
     * @param tasks how many tasks it had
     * @param bytesRead how many bytes it read from other stages
     * @param bytesWritten how many bytes it wrote for others
     * @param recordsWritten how many rows those are
     * @param seconds how long it took
     */
    record Stage(int id, int tasks, long bytesRead, long bytesWritten, long recordsWritten, double seconds) {}

    private final ConcurrentLinkedQueue<Stage> stages = new ConcurrentLinkedQueue<>();
    private final Map<Integer, List<Long>> tasks = new ConcurrentHashMap<>();

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
        var info = completed.stageInfo();
        var metrics = info.taskMetrics();
        long start = (Long) info.submissionTime().get();
        long end = (Long) info.completionTime().get();
        stages.add(new Stage(
                info.stageId(),
                info.numTasks(),
                metrics.shuffleReadMetrics().totalBytesRead(),
                metrics.shuffleWriteMetrics().bytesWritten(),
                metrics.shuffleWriteMetrics().recordsWritten(),
                (end - start) / (double) TimeUnit.SECONDS.toMillis(1)));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        tasks.computeIfAbsent(end.stageId(), id -> new ArrayList<>())
                .add(end.taskInfo().duration());
    }

    List<Stage> stages() {
        return stages.stream().sorted(Comparator.comparing(Stage::id)).toList();
    }

    /** How many milliseconds each task of a stage took, the longest first. */
    List<Long> milliseconds(Stage stage) {
        return tasks.getOrDefault(stage.id(), List.of()).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
