package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowFiles;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.WrittenBlock;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.ModelRows;
import org.wordloom.model.VectorSelection;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes the vectors of trained blocks as a model and as vector files, row by row in the order of the words: in this JVM
 * when the blocks are here; else the rows are first brought into that order, file by file, and then written by one task of
 * an executor. No vector passes through the driver, and no heap holds more than it did in training.
 *
 * @param dim width of the vectors
 * @param partition which rows each block has
 * @param copier takes a vector out of a block
 * @param rate that the training began with, for the error when it diverged
 * @param vectors which vectors the vector files hold
 * @param formats the vector files beside the model
 */
public record VectorWriter<B>(
        JavaSparkContext spark,
        Vocabulary vocabulary,
        int dim,
        BlockPartition partition,
        Copier<B> copier,
        double rate,
        VectorSelection vectors,
        List<VectorFormat> formats) {

    /** Knows where a block has its vectors. */
    @FunctionalInterface
    public interface Copier<B> extends Serializable {
        /** Puts the vector at {@code index} of the block into {@code row}, which may be longer. */
        void copy(B block, int index, float[] row);
    }

    /** Writes all files into the output, which the caller commits. TRAINING error when a vector is not finite. */
    public List<WrittenFile> write(StrataResult<B> result, Map<String, String> provenance, OutputFolder output) {
        TreeMap<String, String> complete = new TreeMap<>(provenance);
        complete.put("schedule", "strata");
        complete.put("blocks", Integer.toString(partition.blocks()));
        List<WrittenFile> files = SparkRun.action(
                () -> result.inMemory() ? fromHere(result, complete, output) : onExecutor(result, complete, output));
        files.forEach(output::take);
        return files;
    }

    private List<WrittenFile> fromHere(StrataResult<B> result, TreeMap<String, String> provenance, OutputFolder output)
            throws IOException {
        ModelRows model = model(
                vocabulary,
                PartitionedRows.of(result.blocks(), Side.INPUT, partition, copier, dim),
                PartitionedRows.of(result.blocks(), Side.OUTPUT, partition, copier, dim),
                rate,
                provenance);
        return new ModelWriter(new Storage(spark.hadoopConfiguration()), output.staging(), 0)
                .write(model, vectors, formats);
    }

    private static ModelRows model(
            Vocabulary vocabulary, RowSource input, RowSource output, double rate, Map<String, String> provenance) {
        return new ModelRows(
                vocabulary,
                new FiniteRows(input, vocabulary, "input", rate),
                new FiniteRows(output, vocabulary, "output", rate),
                provenance);
    }

    private List<WrittenFile> onExecutor(
            StrataResult<B> result, TreeMap<String, String> provenance, OutputFolder output) {
        RowLayout layout = RowLayout.of(partition.rows(), partition.rows(), dim, 1);
        String folder = Storage.child(output.workFolder(), "rows");
        RowSorter<B> sorter = new RowSorter<>(
                new Storage(spark.hadoopConfiguration()), result.blocks(), partition, copier, layout, folder);
        ArrayList<WrittenBlock> ordered = sorter.run(spark);
        Writing writing = new Writing(
                new Storage(spark.hadoopConfiguration()),
                output.staging(),
                folder,
                layout,
                ordered,
                rate,
                vectors,
                new ArrayList<>(formats),
                provenance);
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            // Both grow with the vocabulary, and a task may not be larger than a message.
            Broadcast<VocabularyBroadcast> words = broadcasts.send(new VocabularyBroadcast(vocabulary));
            Broadcast<Writing> shared = broadcasts.send(writing);
            return spark.parallelize(List.of(0), 1)
                    .map(task -> shared.value().run(words.value().vocabulary()))
                    .collect()
                    .get(0);
        }
    }

    /** What an executor writes. */
    private record Writing(
            Storage storage,
            String staging,
            String folder,
            RowLayout layout,
            ArrayList<WrittenBlock> files,
            double rate,
            VectorSelection vectors,
            ArrayList<VectorFormat> formats,
            TreeMap<String, String> provenance)
            implements Serializable {

        ArrayList<WrittenFile> run(Vocabulary vocabulary) {
            int inputs = layout.blocks(Side.INPUT);
            ModelRows model = model(
                    vocabulary,
                    new RowFiles(storage, folder, layout, Side.INPUT, files.subList(0, inputs)),
                    new RowFiles(storage, folder, layout, Side.OUTPUT, files.subList(inputs, files.size())),
                    rate,
                    provenance);
            return new ArrayList<>(
                    new ModelWriter(storage, staging, TaskContext.get().taskAttemptId())
                            .write(model, vectors, formats));
        }
    }
}
