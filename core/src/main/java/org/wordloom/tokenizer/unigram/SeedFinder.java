package org.wordloom.tokenizer.unigram;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * Finds the pieces to begin with: all single characters, and the substrings that cover most of the text, which is their
 * count times their length. Which of several that cover equally much (to a thousandth) is taken at the limit goes by
 * the order of their first characters.
 */
final class SeedFinder {
    static final int MOST_SEEDS = 1 << 24;

    /** Scores are told apart by their binary exponent and ten bits more. */
    private static final int SCORE_SHIFT = 42;

    private static final long SMALLEST_SCORE = Double.doubleToRawLongBits(1.0) >>> SCORE_SHIFT;
    private static final int SCORE_STEPS = 80 << 10;

    private final Segments segments;
    private final Alphabet alphabet;
    private final UnigramOptions options;
    private final char mark;

    private final IntArrayList firsts = new IntArrayList();
    private final IntArrayList lasts = new IntArrayList();
    private final IntArrayList lengths = new IntArrayList();
    private final LongArrayList counts = new LongArrayList();

    private SeedFinder(Segments segments, Alphabet alphabet, UnigramOptions options) {
        this.segments = segments;
        this.alphabet = alphabet;
        this.options = options;
        this.mark = alphabet.number(SegmentOptions.WHITESPACE_MARK);
    }

    static PieceForest find(Segments segments, Alphabet alphabet, UnigramOptions options, ParallelChunks parallel) {
        SeedFinder finder = new SeedFinder(segments, alphabet, options);
        int[] suffixes = SuffixSorter.sort(segments, alphabet.size(), options.maxPieceLength(), parallel);
        finder.choose(suffixes, new SuffixIntervals(segments, suffixes, options.maxPieceLength(), parallel));
        return finder.link(suffixes);
    }

    private void choose(int[] suffixes, SuffixIntervals intervals) {
        long[] histogram = new long[SCORE_STEPS];
        intervals.forEach((first, last, length, count) -> {
            if (isAllowed(suffixes[first], length)) {
                histogram[step(score(count, length))]++;
            }
        });
        long room = Math.max(0, Math.min(options.seedSize(), MOST_SEEDS) - alphabet.size());
        int threshold = SCORE_STEPS - 1;
        while (threshold > 0 && histogram[threshold] <= room) {
            room -= histogram[threshold--];
        }
        long atThreshold = room;
        int least = threshold;
        long[] left = {atThreshold};
        intervals.forEach((first, last, length, count) -> {
            int step = step(score(count, length));
            if ((step > least || (step == least && left[0] > 0)) && isAllowed(suffixes[first], length)) {
                left[0] -= step == least ? 1 : 0;
                add(first, last, length, count);
            }
        });
    }

    private void add(int first, int last, int length, long count) {
        firsts.add(first);
        lasts.add(last);
        lengths.add(length);
        counts.add(count);
    }

    private static double score(long count, int length) {
        return (double) count * length;
    }

    private static int step(double score) {
        long step = (Double.doubleToRawLongBits(score) >>> SCORE_SHIFT) - SMALLEST_SCORE;
        return (int) Math.min(step, SCORE_STEPS - 1);
    }

    /** Whether whitespace marks stand only where the options want them. */
    private boolean isAllowed(int position, int length) {
        char[] text = segments.text();
        int marks = 0;
        for (int i = position; i < position + length; i++) {
            marks += text[i] == mark ? 1 : 0;
        }
        if (mark == Alphabet.UNCOVERED || marks == 0) {
            return true;
        }
        if (marks == length) {
            return options.segmentation().whitespacePieces();
        }
        boolean suffix = options.segmentation().whitespaceAsSuffix();
        boolean wrongEnd = text[suffix ? position : position + length - 1] == mark;
        boolean rightEnd = text[suffix ? position + length - 1 : position] == mark;
        return !wrongEnd && (!options.segmentation().splitByWhitespace() || (rightEnd && marks == 1));
    }

    /** Goes through the suffixes with the chosen intervals that each lies in: the innermost is the longest piece there. */
    private PieceForest link(int[] suffixes) {
        int characters = alphabet.size();
        int size = characters + firsts.size();
        int[] parents = new int[size];
        int[] samples = new int[size];
        byte[] pieceLengths = new byte[size];
        double[] scores = new double[size];
        startCharacters(parents, pieceLengths, scores);
        int[] longestAt = new int[segments.text().length];
        int[] order = order();
        int[] stack = new int[options.maxPieceLength() + 1];
        int depth = 0;
        int next = 0;
        for (int i = 0; i < suffixes.length; i++) {
            int suffix = suffixes[i];
            int character = segments.text()[suffix] - 1;
            samples[character] = suffix;
            while (depth > 0 && lasts.getInt(order[stack[depth - 1]]) < i) {
                depth--;
            }
            for (; next < order.length && firsts.getInt(order[next]) == i; next++) {
                int piece = characters + next;
                parents[piece] = depth == 0 ? character : characters + stack[depth - 1];
                pieceLengths[piece] = (byte) lengths.getInt(order[next]);
                samples[piece] = suffix;
                scores[piece] = score(counts.getLong(order[next]), pieceLengths[piece]);
                stack[depth++] = next;
            }
            longestAt[suffix] = depth == 0 ? character : characters + stack[depth - 1];
        }
        toLogarithms(scores);
        return new PieceForest(segments, characters, longestAt, parents, pieceLengths, samples, scores);
    }

    private void startCharacters(int[] parents, byte[] pieceLengths, double[] scores) {
        for (int i = 0; i < alphabet.size(); i++) {
            parents[i] = PieceForest.NONE;
            pieceLengths[i] = 1;
            scores[i] = Math.max(1, alphabet.count(i + 1));
        }
    }

    /** Chosen intervals by where they begin, the shorter substring (the outer interval) first. */
    private int[] order() {
        long[] keys = new long[firsts.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) firsts.getInt(i) << 32) | ((long) lengths.getInt(i) << 24) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & (MOST_SEEDS - 1));
        }
        return order;
    }

    private static void toLogarithms(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double logarithm = StrictMath.log(sum);
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.log(values[i]) - logarithm;
        }
    }
}
