package org.wordloom.tokenizer.unigram;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** The characters that get pieces of their own, numbered from 1 by code point; 0 stands for all others. */
final class Alphabet {
    static final int UNCOVERED = 0;
    private static final int MOST_CHARACTERS = Character.MAX_VALUE;
    private static final int DIRECT = 1 << 16;

    private final int[] codePoints;
    private final long[] counts;
    private final char[] numbers = new char[DIRECT];

    private Alphabet(int[] codePoints, long[] counts) {
        this.codePoints = codePoints;
        this.counts = counts;
        for (int i = 0; i < codePoints.length && codePoints[i] < DIRECT; i++) {
            numbers[codePoints[i]] = (char) (i + 1);
        }
    }

    /**
     * Takes required characters, then the most frequent ones (of equally frequent ones the first by code point), until
     * they cover their share of the text.
     */
    static Alphabet of(Int2LongOpenHashMap counts, double coverage, String required) {
        required.codePoints().filter(c -> c != 0).forEach(c -> counts.addTo(c, 0));
        boolean[] isRequired = new boolean[Character.MAX_CODE_POINT + 1];
        required.codePoints().forEach(c -> isRequired[c] = true);
        int[] order = counts.keySet().toIntArray();
        IntArrays.quickSort(order, (a, b) -> {
            int byNeed = Boolean.compare(isRequired[b], isRequired[a]);
            int byCount = byNeed != 0 ? byNeed : Long.compare(counts.get(b), counts.get(a));
            return byCount != 0 ? byCount : Integer.compare(a, b);
        });
        int[] kept = Arrays.copyOf(order, covering(order, counts, coverage, isRequired));
        if (kept.length > MOST_CHARACTERS) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    kept.length + " different characters, at most " + MOST_CHARACTERS
                            + " can be pieces; give a smaller --character-coverage");
        }
        Arrays.sort(kept);
        return new Alphabet(kept, Arrays.stream(kept).mapToLong(counts::get).toArray());
    }

    private static int covering(int[] order, Int2LongOpenHashMap counts, double coverage, boolean[] isRequired) {
        double all = 0;
        for (int c : order) {
            all += counts.get(c);
        }
        double covered = 0;
        int taken = 0;
        while (taken < order.length && (isRequired[order[taken]] || !(covered / all >= coverage))) {
            covered += counts.get(order[taken++]);
        }
        return taken;
    }

    int size() {
        return codePoints.length;
    }

    /** The number of a character, or {@link #UNCOVERED}. */
    char number(int codePoint) {
        return codePoint < DIRECT
                ? numbers[codePoint]
                : (char) (Math.max(-1, Arrays.binarySearch(codePoints, codePoint)) + 1);
    }

    /** The character with a number of at least 1. */
    int codePoint(int number) {
        return codePoints[number - 1];
    }

    /** How often the character with a number of at least 1 occurs. */
    long count(int number) {
        return counts[number - 1];
    }
}
