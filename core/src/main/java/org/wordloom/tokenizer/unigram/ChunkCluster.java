package org.wordloom.tokenizer.unigram;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Machines that hold the chunks of the text and take sums over them. Chunks are a function of the text, and their sums
 * are added up in their order, so that a cluster gives the bits that one machine gives.
 */
public interface ChunkCluster extends AutoCloseable {
    /** What each chunk adds, in the order of the chunks. */
    List<ChunkSums> sums(ChunkWork work, PieceSnapshot pieces);

    /** Lets the chunks go. */
    @Override
    void close();

    /** Decides whether training is spread over a cluster. */
    @FunctionalInterface
    interface Placement {
        /** Everything stays where it is. */
        static Placement local() {
            return (characters, threads, number, chunks) -> Optional.empty();
        }

        /**
         * Decides, and hands the chunks out.
         *
         * @param characters of the different segments
         * @param threads that would do it here
         * @param number of chunks: more threads than that are of no use
         * @param chunks gives each chunk, to be asked once
         * @return nothing when it does not pay
         */
        Optional<ChunkCluster> place(long characters, int threads, int number, IntFunction<SegmentChunk> chunks);
    }
}
