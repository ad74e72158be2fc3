package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.vocab.Vocabulary;

@ExtendWith(LocalSpark.class)
class SvdModelTaskTest {
    private static final String RUN = "run of a test";

    @TempDir
    private Path folder;

    /** The model may need all of the heap that the cache may fill. */
    @Test
    void givesUpWhatThisExecutorKeptOfTheMatrix(JavaSparkContext spark) {
        AtomicInteger computed = new AtomicInteger();
        keep(computed);
        keep(computed);
        assertThat(computed).hasValue(1);
        assertThat(spark.parallelize(List.of(task(spark)), 1)
                        .map(SvdModelTask::write)
                        .collect()
                        .get(0))
                .isNotEmpty();
        keep(computed);
        assertThat(computed).hasValue(2);
        PmiCache.end(RUN);
    }

    private static void keep(AtomicInteger computed) {
        PmiCache.of(RUN, 1 << 20).get(0, 0, false, () -> {
            computed.incrementAndGet();
            return new SparseMatrix(1, 3, new int[] {0, 1}, new int[] {2}, new float[] {1});
        });
    }

    private SvdModelTask task(JavaSparkContext spark) {
        MemoryTallStore store = new MemoryTallStore(RUN);
        store.put("left", 0, new RowMatrix(2, 3));
        store.put("right", 0, new RowMatrix(2, 3));
        Vocabulary words = Vocabulary.of(new String[] {"a", "b"}, new long[] {2, 1});
        BlockPartition one = BlockPartition.equalMass(words.counts(), 1, 0);
        PmiMatrix matrix = new PmiMatrix(one, null, new double[0], new double[0]);
        return new SvdModelTask(
                RUN,
                store,
                spark.broadcast(matrix),
                spark.broadcast(new VocabularyBroadcast(words)),
                spark.broadcast(Storage.local()),
                "left",
                "right",
                VectorSelection.INPUT,
                new ArrayList<>(List.of(VectorFormat.WORD2VEC_TEXT)),
                new TreeMap<>(),
                folder.toString());
    }
}
