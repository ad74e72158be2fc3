package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/**
 * Pieces with scores, each linked to the next shorter piece that it begins with, and for every position of the text the
 * longest piece that occurs there. So the pieces at a position are a chain from that one to the single character, and a
 * lattice is read off without looking anything up.
 *
 * <p>Ids: first the characters of the alphabet, then longer pieces; a piece's parent has a smaller id.
 */
final class PieceForest {
    /** The parent of a single character. */
    static final int NONE = -1;

    private final Segments segments;
    private final int characters;
    private final int[] longestAt;
    private int[] parents;
    private byte[] lengths;
    private int[] samples;
    private double[] scores;
    private int size;
    /** By the number that a piece had when they were first asked for, what stands for it now; null when nobody asks. */
    private int[] heirsSince;

    /**
     * @param longestAt by position of the text, the id of the longest piece there; anything at ends of segments
     * @param parents by id; {@link #NONE} for the first {@code characters} ids
     * @param samples by id, a position where the piece occurs
     * @param scores by id, natural logarithms of probabilities
     */
    PieceForest(
            Segments segments,
            int characters,
            int[] longestAt,
            int[] parents,
            byte[] lengths,
            int[] samples,
            double[] scores) {
        this.segments = segments;
        this.characters = characters;
        this.longestAt = longestAt;
        this.parents = parents;
        this.lengths = lengths;
        this.samples = samples;
        this.scores = scores;
        this.size = parents.length;
    }

    Segments segments() {
        return segments;
    }

    int size() {
        return size;
    }

    /** How many of the pieces are single characters, those with the smallest ids. */
    int characters() {
        return characters;
    }

    int[] longestAt() {
        return longestAt;
    }

    int[] parents() {
        return parents;
    }

    byte[] lengths() {
        return lengths;
    }

    /** A position of the text where a piece occurs. */
    int sample(int piece) {
        return samples[piece];
    }

    /** Natural logarithms of probabilities; may be changed. */
    double[] scores() {
        return scores;
    }

    /** From now on {@link #snapshot} says what stands for the pieces that are left out. */
    void keepHeirs() {
        heirsSince = new int[size];
        Arrays.setAll(heirsSince, piece -> piece);
    }

    /** The pieces as they are; {@link #keepHeirs} must have been called. The arrays are the forest's own. */
    PieceSnapshot snapshot(double natsPerCharacter) {
        return new PieceSnapshot(heirsSince, characters, parents, lengths, scores, natsPerCharacter);
    }

    /** Leaves pieces out, but never single characters; the others keep their order and get new ids. */
    void retain(boolean[] kept, ParallelChunks parallel) {
        int[] heirs = new int[size];
        int next = 0;
        for (int piece = 0; piece < size; piece++) {
            if (piece < characters || kept[piece]) {
                heirs[piece] = next;
                parents[next] = piece < characters ? NONE : heirs[parents[piece]];
                lengths[next] = lengths[piece];
                samples[next] = samples[piece];
                scores[next++] = scores[piece];
            } else {
                heirs[piece] = heirs[parents[piece]];
            }
        }
        relink(heirs, parallel);
        for (int piece = 0; heirsSince != null && piece < heirsSince.length; piece++) {
            heirsSince[piece] = heirs[heirsSince[piece]];
        }
        size = next;
        parents = Arrays.copyOf(parents, next);
        lengths = Arrays.copyOf(lengths, next);
        samples = Arrays.copyOf(samples, next);
        scores = Arrays.copyOf(scores, next);
    }

    private void relink(int[] heirs, ParallelChunks parallel) {
        parallel.runRanges(longestAt.length, (from, to) -> {
            for (int at = from; at < to; at++) {
                longestAt[at] = heirs[longestAt[at]];
            }
        });
    }
}
