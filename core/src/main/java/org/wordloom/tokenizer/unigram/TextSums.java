package org.wordloom.tokenizer.unigram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes sums over the text's chunks, on threads of this machine or on a cluster that holds them: to the same bits. */
final class TextSums implements AutoCloseable {
    private final PieceForest forest;
    private final ParallelChunks parallel;
    private final TextChunks chunks;
    private final Optional<ChunkCluster> cluster;

    TextSums(PieceForest forest, ParallelChunks parallel, ChunkCluster.Placement placement) {
        this.forest = forest;
        this.parallel = parallel;
        this.chunks = new TextChunks(forest.segments());
        long characters = forest.segments().start(forest.segments().size());
        this.cluster = placement.place(
                characters,
                parallel.threads(),
                chunks.size(),
                chunk -> SegmentChunk.of(forest, chunks.from(chunk), chunks.to(chunk)));
        cluster.ifPresent(placed -> forest.keepHeirs());
    }

    /** What each chunk adds, in the order of the chunks. */
    List<ChunkSums> of(ChunkWork work, double natsPerCharacter) {
        if (cluster.isPresent()) {
            return cluster.get().sums(work, forest.snapshot(natsPerCharacter));
        }
        PieceProbabilities probabilities = work.prepare(forest, natsPerCharacter);
        ChunkSums[] parts = new ChunkSums[chunks.size()];
        parallel.run(
                parts.length,
                chunk -> parts[chunk] = work.run(forest, probabilities, chunks.from(chunk), chunks.to(chunk)));
        return Arrays.asList(parts);
    }

    /** Adds up the counts of all chunks, in order, in the array of the first one. */
    static double[] total(List<ChunkSums> parts) {
        double[] total = parts.get(0).byPiece();
        for (ChunkSums part : parts.subList(1, parts.size())) {
            double[] more = part.byPiece();
            for (int i = 0; i < total.length; i++) {
                total[i] += more[i];
            }
        }
        return total;
    }

    @Override
    public void close() {
        cluster.ifPresent(ChunkCluster::close);
    }
}
