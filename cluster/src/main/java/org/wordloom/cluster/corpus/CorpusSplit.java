package org.wordloom.cluster.corpus;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that is read in one go: the ranges from {@code first} to before {@code end}; the whole file when it
 * cannot be split.
 */
public record CorpusSplit(CorpusFile file, long first, long end) implements Serializable {
    private static final long MAX_TASK_BYTES = 512L << 20;
    private static final int TASKS_PER_CORE = 4;

    /**
     * Groups a corpus into tasks of similar size for a cluster of so many cores. This decides only who reads what: what
     * comes out depends on the ranges alone.
     */
    public static List<ArrayList<CorpusSplit>> tasks(Corpus corpus, int cores) {
        return tasks(corpus, cores, MAX_TASK_BYTES);
    }

    /** The same with at most so many bytes a task, but for files that cannot be split. */
    public static List<ArrayList<CorpusSplit>> tasks(Corpus corpus, int cores, long mostBytes) {
        long target = Math.min(mostBytes, corpus.bytes() / ((long) TASKS_PER_CORE * cores));
        List<ArrayList<CorpusSplit>> tasks = new ArrayList<>();
        ArrayList<CorpusSplit> task = new ArrayList<>();
        long bytes = 0;
        for (CorpusFile file : corpus.files()) {
            for (CorpusSplit split : split(file, corpus.options().rangeBytes(), target)) {
                task.add(split);
                bytes += split.bytes(corpus.options().rangeBytes());
                if (bytes >= target) {
                    tasks.add(task);
                    task = new ArrayList<>();
                    bytes = 0;
                }
            }
        }
        if (!task.isEmpty()) {
            tasks.add(task);
        }
        return tasks;
    }

    private static List<CorpusSplit> split(CorpusFile file, long rangeBytes, long target) {
        if (file.length() == 0) {
            return List.of();
        }
        if (!file.splittable()) {
            return List.of(new CorpusSplit(file, 0, Long.MAX_VALUE));
        }
        long ranges = (file.length() - 1) / rangeBytes + 1;
        long rangesPerSplit = Math.max(1, target / rangeBytes);
        List<CorpusSplit> splits = new ArrayList<>();
        for (long first = 0; first < ranges; first += rangesPerSplit) {
            splits.add(new CorpusSplit(file, first, Math.min(ranges, first + rangesPerSplit)));
        }
        return splits;
    }

    private long bytes(long rangeBytes) {
        return end == Long.MAX_VALUE ? file.length() : (end - first) * rangeBytes;
    }
}
