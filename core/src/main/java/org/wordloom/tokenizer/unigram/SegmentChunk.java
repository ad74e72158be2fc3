package org.wordloom.tokenizer.unigram;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A chunk of the text as it travels: for each character the longest piece that begins there, by its number when the chunk
 * was made, and where segments begin and how often they occur. 4 bytes a character, 12 a segment. Never changes: what
 * became of the pieces since then, a {@link PieceSnapshot} says.
 */
public final class SegmentChunk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] longestAt;
    private final int[] starts;
    private final long[] counts;

    private SegmentChunk(int[] longestAt, int[] starts, long[] counts) {
        this.longestAt = longestAt;
        this.starts = starts;
        this.counts = counts;
    }

    /** The segments {@code [from, to)}. */
    static SegmentChunk of(PieceForest forest, int from, int to) {
        Segments segments = forest.segments();
        int begin = segments.start(from);
        int[] starts = new int[to - from + 1];
        long[] counts = new long[to - from];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = segments.start(from + i) - begin;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = segments.count(from + i);
        }
        return new SegmentChunk(Arrays.copyOfRange(forest.longestAt(), begin, segments.start(to)), starts, counts);
    }

    /** What this chunk adds. Depends on nothing but the arguments and the chunk, bit for bit. */
    public ChunkSums sums(ChunkWork work, PieceSnapshot pieces) {
        PieceForest forest = forest(pieces);
        return work.run(forest, work.prepare(forest, pieces.natsPerCharacter()), 0, counts.length);
    }

    /** The pieces over this chunk alone, as if it were all there is. */
    private PieceForest forest(PieceSnapshot pieces) {
        int[] heirs = pieces.heirs();
        int[] longest = new int[longestAt.length];
        for (int at = 0; at < longest.length; at++) {
            longest[at] = heirs[longestAt[at]];
        }
        return new PieceForest(
                new Segments(new char[0], starts, counts), // nobody asks for the characters any more
                pieces.characters(),
                longest,
                pieces.parents(),
                pieces.lengths(),
                new int[0],
                pieces.scores());
    }
}
