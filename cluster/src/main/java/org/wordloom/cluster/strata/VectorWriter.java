package org.wordloom.cluster.strata;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.ExecutorCores;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.SparkRun;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.cluster.VocabularyBroadcast;
import org.wordloom.cluster.VocabularyMemory;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes the vectors of trained blocks as a model and as vector files: in this JVM when the blocks are here, else on
 * executors, so that no vector passes through the driver: in one task when an executor holds all of them, in pieces
 * otherwise. The files are the same.
 *
 * @param dim width of the vectors
 * @param partition which rows a block's are
 * @param copier takes vectors out of blocks
 * @param vectors which vectors the vector files hold
 * @param formats the vector files beside the model
 */
public record VectorWriter<B>(
        JavaSparkContext spark,
        Vocabulary vocabulary,
        int dim,
        BlockPartition partition,
        Copier<B> copier,
        VectorSelection vectors,
        List<VectorFormat> formats) {
    /** Where the whole model is written it may take this part of the heap: the rest is for others, and the blocks. */
    private static final int SHARE = 2;

    private static final int PIECES_OF_HEAP = 16;
    private static final int MANY_CORES = 32;

    /** Takes one vector out of a block. */
    @FunctionalInterface
    public interface Copier<B> extends Serializable {
        void copy(B block, int index, float[] target, int at);
    }

    /**
     * ENVIRONMENT error with the arithmetic when this is the JVM that writes the finished model, and its heap will not
     * hold it; to be asked before training.
     */
    public void requireRoom() {
        if (ExecutorCores.of(spark).isLocal() && wholeBytes() > heap()) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    String.format(
                            Locale.ROOT,
                            "to write the finished model, %d matrices of %,d rows and %d columns need %,d MB; the heap"
                                    + " has %,d MB: give it more (--driver-memory), or lower --dim or --max-size",
                            matrices(),
                            vocabulary.size(),
                            dim,
                            wholeBytes() >> 20,
                            heap() >> 20));
        }
    }

    /** Tasks that one executor may run at once; where only its machine knows, more than most have. */
    private int cores() {
        int known = ExecutorCores.of(spark).count();
        return known > 0 ? known : MANY_CORES;
    }

    private int matrices() {
        return 2 + vectors.matricesCopied();
    }

    /** Bytes of all matrices that writing in one place takes. */
    private long wholeBytes() {
        return matrices() * RowMatrix.bytes(vocabulary.size(), dim);
    }

    /** The heap of those who write. */
    private long heap() {
        return ExecutorCores.of(spark).isLocal()
                ? Runtime.getRuntime().maxMemory()
                : spark.getConf().getSizeAsBytes("spark.executor.memory", "1g");
    }

    /** Writes all files into the output, which the caller commits. */
    public List<WrittenFile> write(
            StrataResult<B> result, int blocks, Map<String, String> provenance, OutputFolder output) {
        VocabularyMemory words = VocabularyMemory.of(vocabulary);
        boolean fits = wholeBytes() + words.bytes() <= heap() / SHARE && words.fitsBroadcast(spark);
        long rowBytes = wholeBytes() / Math.max(1, vocabulary.size());
        long rows = heap() / PIECES_OF_HEAP / cores() / Math.max(1, rowBytes);
        int pieceRows = (int) Math.max(1, Math.min(vocabulary.size(), rows));
        return write(result, blocks, provenance, output, fits ? 0 : pieceRows);
    }

    /** @param pieceRows rows of a piece; 0 to write all in one place */
    List<WrittenFile> write(
            StrataResult<B> result, int blocks, Map<String, String> provenance, OutputFolder output, int pieceRows) {
        TreeMap<String, String> complete = new TreeMap<>(provenance);
        complete.put("schedule", "strata");
        complete.put("blocks", Integer.toString(blocks));
        Storage storage = new Storage(spark.hadoopConfiguration());
        WholeWriting<B> whole = new WholeWriting<>(
                storage,
                output.staging(),
                result.blocks(),
                partition,
                dim,
                copier,
                vectors,
                new ArrayList<>(formats),
                complete);
        List<WrittenFile> files;
        if (result.inMemory()) {
            files = written(() -> whole.run(vocabulary, 0));
        } else if (pieceRows == 0) {
            files = onExecutor(whole);
        } else {
            files = written(() -> new PiecewiseWriting<>(spark, whole, pieceRows).run(vocabulary));
        }
        files.forEach(file -> output.add(file.name(), file.length(), file.crc32c()));
        return files;
    }

    private List<WrittenFile> onExecutor(WholeWriting<B> writing) {
        // Both grow with the vocabulary, and a task may not be larger than a message.
        Broadcast<VocabularyBroadcast> words = spark.broadcast(new VocabularyBroadcast(vocabulary));
        Broadcast<WholeWriting<B>> shared = spark.broadcast(writing);
        try {
            return written(() -> spark.parallelize(List.of(0), 1)
                    .map(task -> shared.value()
                            .run(words.value().vocabulary(), TaskContext.get().taskAttemptId()))
                    .collect()
                    .get(0));
        } finally {
            shared.destroy();
            words.destroy();
        }
    }

    private static <T> T written(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) { // Spark declares none, and throws checked ones too
            throw SparkRun.unwrap(e);
        }
    }
}
