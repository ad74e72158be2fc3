package org.wordloom.cluster.strata;

import java.io.IOException;
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
import org.wordloom.cluster.ExecutorCores;
import org.wordloom.cluster.ModelWriter;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.SparkRun;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.VectorFormat;
import org.wordloom.cluster.VocabularyBroadcast;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes the vectors of trained blocks as a model and as vector files: in this JVM when the blocks are here, else in one
 * task of an executor, so that no vector passes through the driver.
 *
 * @param dim width of the vectors
 * @param copier puts a block's vectors into a matrix of all rows
 * @param vectors which vectors the vector files hold
 * @param formats the vector files beside the model
 */
public record VectorWriter<B>(
        JavaSparkContext spark,
        Vocabulary vocabulary,
        int dim,
        Copier<B> copier,
        VectorSelection vectors,
        List<VectorFormat> formats) {

    /** Knows which rows a block's are. */
    @FunctionalInterface
    public interface Copier<B> extends Serializable {
        void copy(B block, RowMatrix matrix);
    }

    /**
     * ENVIRONMENT error with the arithmetic when the finished model will not fit the heap that writes it; to be asked
     * before training.
     */
    public void requireRoom() {
        boolean local = ExecutorCores.of(spark).isLocal();
        long heap = local
                ? Runtime.getRuntime().maxMemory()
                : spark.getConf().getSizeAsBytes("spark.executor.memory", "1g");
        int matrices = 2 + vectors.matricesCopied();
        long needed = matrices * RowMatrix.bytes(vocabulary.size(), dim);
        if (needed > heap) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    String.format(
                            Locale.ROOT,
                            "to write the finished model, %d matrices of %,d rows and %d columns need %,d MB; the heap"
                                    + " has %,d MB: give it more (%s), or lower --dim or --max-size",
                            matrices,
                            vocabulary.size(),
                            dim,
                            needed >> 20,
                            heap >> 20,
                            local ? "--driver-memory" : "--executor-memory"));
        }
    }

    /** Writes all files into the output, which the caller commits. */
    public List<WrittenFile> write(
            StrataResult<B> result, int blocks, Map<String, String> provenance, OutputFolder output) {
        Map<String, String> complete = new TreeMap<>(provenance);
        complete.put("schedule", "strata");
        complete.put("blocks", Integer.toString(blocks));
        Writing<B> writing = new Writing<>(
                new Storage(spark.hadoopConfiguration()),
                output.staging(),
                result.blocks(),
                blocks,
                dim,
                copier,
                vectors,
                new ArrayList<>(formats),
                new TreeMap<>(complete));
        List<WrittenFile> files = result.inMemory() ? written(() -> writing.run(vocabulary, 0)) : onExecutor(writing);
        files.forEach(file -> output.add(file.name(), file.length(), file.crc32c()));
        return files;
    }

    private List<WrittenFile> onExecutor(Writing<B> writing) {
        // Both grow with the vocabulary, and a task may not be larger than a message.
        Broadcast<VocabularyBroadcast> words = spark.broadcast(new VocabularyBroadcast(vocabulary));
        Broadcast<Writing<B>> shared = spark.broadcast(writing);
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

    /** What writes, here or on an executor. */
    private record Writing<B>(
            Storage storage,
            String staging,
            BlockSource<B> source,
            int blocks,
            int dim,
            Copier<B> copier,
            VectorSelection vectors,
            ArrayList<VectorFormat> formats,
            TreeMap<String, String> provenance)
            implements Serializable {

        List<WrittenFile> run(Vocabulary vocabulary, long attempt) throws IOException {
            WordModel model = new WordModel(
                    vocabulary,
                    matrix(Side.ROWS, vocabulary.size()),
                    matrix(Side.COLUMNS, vocabulary.size()),
                    provenance);
            return new ModelWriter(storage, staging, attempt).write(model, vectors, formats);
        }

        private RowMatrix matrix(Side side, int rows) throws IOException {
            RowMatrix matrix = new RowMatrix(rows, dim);
            for (int block = 0; block < blocks; block++) {
                copier.copy(source.block(side, block), matrix);
            }
            return matrix;
        }
    }
}
