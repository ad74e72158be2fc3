package org.wordloom.cluster.cooccurrence;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.spark.TemporaryFiles;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.FileRunStore;
import org.wordloom.cooccurrence.RunStore;

/**
 * What a map task counts with.
 *
 * @param task Spark's view of it
 * @param storage where its source is
 * @param options what is counted
 * @param partition the blocks of rows and columns
 * @param taskBytes what counting may take
 * @param progress counts what the stage is measured in
 */
record CountContext(
        TaskContext task,
        Storage storage,
        CooccurrenceOptions options,
        BlockPartition partition,
        long taskBytes,
        LongAdder progress) {
    /**
     * A folder for runs that do not fit the memory, in one of those that Spark uses for shuffles; tasks take turns. What
     * an executor leaves there when it is killed goes with its folders.
     */
    RunStore runs() {
        File[] folders = SparkEnv.get().blockManager().diskBlockManager().localDirs();
        File folder = folders[(int) Math.floorMod(task.taskAttemptId(), (long) folders.length)];
        return FileRunStore.within(folder.toPath(), "name another folder " + TemporaryFiles.SETTING);
    }

    /** What a source gives, cut into segments. */
    PackedSegments segments(PairSource source, BucketNumbers buckets) throws IOException {
        try {
            return new PackedSegments(source.count(this), buckets);
        } catch (OutOfMemoryError e) {
            throw CountingMemory.exhausted("counting pairs", e);
        }
    }

    /** Ends the task when Spark does not want it any more. */
    void endIfKilled() {
        if (task.isInterrupted()) {
            throw new TaskKilledException();
        }
    }
}
