package org.wordloom.cluster.vocabulary;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.TaskContext;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusReader;
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.spark.TaskResources;
import org.wordloom.cluster.storage.Storage;
import scala.Tuple2;

/**
 * Counts the words of one task's splits and hands them on as packed blocks, by the partition of the word's hash. Whenever
 * the counts exceed their share of memory they are handed on and forgotten, so the distinct words need not fit. The last
 * block, for the partition after all others, holds the task's statistics: as part of the shuffle they are exact even
 * when tasks are repeated.
 */
public final class CountTask implements Iterator<Tuple2<Integer, byte[]>> {
    private final CorpusReader reader;
    private final CountingSink sink;
    private final int partitions;
    private final long budgetBytes;
    private final Queue<Tuple2<Integer, byte[]>> blocks = new ArrayDeque<>();
    private boolean ended;

    public CountTask(
            Storage storage,
            CorpusOptions options,
            List<CorpusSplit> splits,
            int partitions,
            CountBudget budget,
            String progressKey) {
        this.reader = new CorpusReader(
                storage, options, splits, ExecutorProgress.instance().counter(progressKey));
        this.sink = new CountingSink(options.tokenization());
        this.partitions = partitions;
        this.budgetBytes = budget.ofTask();
        TaskResources.closeAtEnd(TaskContext.get(), reader);
    }

    @Override
    public boolean hasNext() {
        while (blocks.isEmpty() && !ended) {
            if (!reader.next(sink)) {
                ended = true;
                flush();
                blocks.add(new Tuple2<>(partitions, sink.statistics().packed()));
            } else if (sink.counts().memoryBytes() > budgetBytes) {
                flush();
            }
        }
        return !blocks.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return blocks.remove();
    }

    private void flush() {
        byte[][] packed = sink.takeCounts().toPacked(partitions);
        for (int partition = 0; partition < partitions; partition++) {
            if (packed[partition].length > 0) {
                blocks.add(new Tuple2<>(partition, packed[partition]));
            }
        }
    }
}
