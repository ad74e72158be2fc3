package org.wordloom.cluster.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.tokenizer.unigram.ChunkCluster;
import org.wordloom.tokenizer.unigram.ChunkSums;
import org.wordloom.tokenizer.unigram.ChunkWork;
import org.wordloom.tokenizer.unigram.PieceSnapshot;
import org.wordloom.tokenizer.unigram.SegmentChunk;

/**
 * Chunks of a text on executors, one a partition. A chunk goes there once, as a broadcast, which a lost executor's
 * successor fetches again; the pieces go there for every pass. A task is a function of the two, so it may be repeated.
 * Spark keeps the driver's copy, 4 bytes a character, in memory as far as its storage has room, else on disk.
 */
final class SparkChunks implements ChunkCluster {
    private final JavaSparkContext spark;
    private final Broadcasts sources;
    private final JavaRDD<SegmentChunk> chunks;

    /** @param chunk gives each of {@code number} chunks */
    SparkChunks(JavaSparkContext spark, int number, IntFunction<SegmentChunk> chunk) {
        this.spark = spark;
        this.sources = new Broadcasts(spark);
        List<Broadcast<SegmentChunk>> shared = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            shared.add(sources.send(chunk.apply(i)));
        }
        List<Integer> numbers = IntStream.range(0, number).boxed().toList();
        chunks = spark.parallelize(numbers, number)
                .map(i -> shared.get(i).value())
                .setName("chunks of a text")
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    @Override
    public List<ChunkSums> sums(ChunkWork work, PieceSnapshot pieces) {
        try (Broadcasts pass = new Broadcasts(spark)) {
            Broadcast<PieceSnapshot> shared = pass.send(pieces);
            return SparkRun.action(
                    () -> chunks.map(chunk -> chunk.sums(work, shared.value())).collect());
        }
    }

    @Override
    public void close() {
        try (sources) {
            chunks.unpersist();
        }
    }
}
