package org.wordloom.cluster.replicas;

import java.util.Arrays;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.spark.HeapShare;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.HogwildTrainer;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.RoundTrainer;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.HuffmanTree;

/**
 * What a replica needs of a heap: pure arithmetic.
 *
 * @param words V
 * @param tableBytes counts, noise or tree, tiles, and sums of the curvature
 * @param allRows rows of both sides of the whole model
 * @param setRows rows of both sides that a round's text is expected to need
 * @param rowBytes of a row
 */
public record ReplicaMemory(int words, long tableBytes, long allRows, long setRows, long rowBytes) {
    /** How often a row was updated, as it is counted and as it is handed on. */
    private static final long COUNTER_BYTES = Integer.BYTES + Float.BYTES;
    /** Where in the set a word's row is. Where a node's is, goes into what the tree needed while it was built. */
    private static final long PLACE_BYTES = Integer.BYTES;

    /**
     * The needs of a replica.
     *
     * @param counts of the words, by id
     * @param tokens that a replica trains on in a round
     */
    public static ReplicaMemory of(TrainingOptions options, long[] counts, long tokens) {
        long rowBytes = RowMatrix.bytes(1, options.dim()) + COUNTER_BYTES;
        long tables = HogwildTrainer.memoryBytes(options, counts.length)
                - 2 * RowMatrix.bytes(counts.length, options.dim())
                + RoundTrainer.curvatureBytes(options);
        double rows = inputs(counts, tokens)
                + (options.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX
                        ? HuffmanTree.expectedNodes(counts, tokens)
                        : outputs(counts, tokens, options.noisePower()));
        return new ReplicaMemory(counts.length, tables, 2L * counts.length, (long) Math.ceil(rows), rowBytes);
    }

    /** Expected distinct words of so much text. */
    private static double inputs(long[] counts, long tokens) {
        double all = Arrays.stream(counts).asDoubleStream().sum();
        double inputs = 0;
        for (long count : counts) {
            inputs += -Math.expm1(-(double) count * tokens / all);
        }
        return inputs;
    }

    /** The same together with the negatives drawn. */
    private static double outputs(long[] counts, long tokens, double noisePower) {
        double all = 0;
        double noise = 0;
        for (long count : counts) {
            all += count;
            noise += Math.pow(count, noisePower);
        }
        double outputs = 0;
        for (long count : counts) {
            double drawn = ReplicaOptions.NOISE_DRAWS * Math.pow(count, noisePower) / noise;
            outputs += -Math.expm1(-(double) count * tokens / all - drawn);
        }
        return outputs;
    }

    /** Bytes of heap with all rows. */
    public long allBytes() {
        return tableBytes + allRows * rowBytes;
    }

    /** Bytes of heap with a working set. */
    public long setBytes() {
        return tableBytes + words * PLACE_BYTES + setRows * rowBytes;
    }

    /**
     * Whether to train with working sets.
     *
     * @throws WordloomException ENVIRONMENT with the arithmetic when what was asked for, or either, does not fit
     */
    public boolean workingSets(Rows rows, long heap) {
        boolean allFit = allBytes() <= HeapShare.usable(heap);
        boolean setFits = setBytes() <= HeapShare.usable(heap);
        if (rows != Rows.WORKING_SET && allFit) {
            return false;
        }
        if (rows != Rows.ALL && setFits) {
            return true;
        }
        throw new WordloomException(ExitCode.ENVIRONMENT, arithmetic(rows, heap));
    }

    private String arithmetic(Rows rows, long heap) {
        String all = rows == Rows.WORKING_SET
                ? ""
                : String.format(
                        Locale.ROOT,
                        "a replica of %,d rows of %,d bytes needs %,d MB with its tables; ",
                        allRows,
                        rowBytes,
                        HeapShare.megabytes(allBytes()));
        String set = rows == Rows.ALL
                ? ""
                : String.format(
                        Locale.ROOT,
                        "a working set of %,d rows needs %,d MB, less with more --merges; ",
                        setRows,
                        HeapShare.megabytes(setBytes()));
        return String.format(
                Locale.ROOT,
                "%s%sof the executor's heap of %,d MB %,d MB are for it: give it more (--executor-memory, or"
                        + " --driver-memory on a local master), or lower --dim or --max-size",
                all,
                set,
                HeapShare.megabytes(heap),
                HeapShare.megabytes(HeapShare.usable(heap)));
    }
}
