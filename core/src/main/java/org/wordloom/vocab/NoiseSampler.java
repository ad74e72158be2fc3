package org.wordloom.vocab;

/**
 * Draws words with probability proportional to count^power in constant time: Walker's alias method (Vose 1991). Both
 * halves of a slot lie in one long, so that a draw touches one cache line. Immutable; the draw is made of integer
 * multiplications and shifts only, so that an OpenCL kernel can make it too.
 */
public final class NoiseSampler {
    private static final int FRACTION_BITS = 31;
    private static final double ONE = 1L << FRACTION_BITS;

    /** High 32 bits: the threshold as a 31-bit fraction; low 32 bits: the alias. */
    private final long[] slots;

    public NoiseSampler(long[] counts, double power) {
        this(powers(counts, power));
    }

    /** @param weights what the probabilities are proportional to: none negative, their sum above 0 and finite */
    public NoiseSampler(double[] weights) {
        double[] scaled = scaledWeights(weights);
        slots = new long[scaled.length];
        int[] small = new int[scaled.length];
        int[] large = new int[scaled.length];
        int smalls = 0;
        int larges = 0;
        for (int word = 0; word < scaled.length; word++) {
            if (scaled[word] < 1) {
                small[smalls++] = word;
            } else {
                large[larges++] = word;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            setSlot(less, scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        while (larges > 0) {
            int word = large[--larges];
            setSlot(word, 1, word);
        }
        while (smalls > 0) {
            int word = small[--smalls];
            setSlot(word, 1, word);
        }
    }

    /** The word that 64 random bits stand for: the high half chooses the slot, the low half the side. */
    public int word(long bits) {
        int slot = (int) (((bits >>> 32) * slots.length) >>> 32);
        long entry = slots[slot];
        return (bits & 0x7FFFFFFFL) < (entry >>> 32) ? slot : (int) entry;
    }

    /** How many words there are. */
    public int size() {
        return slots.length;
    }

    /** The alias table, as {@link #word} reads it; not a copy. */
    public long[] slots() {
        return slots;
    }

    private void setSlot(int slot, double threshold, int alias) {
        slots[slot] = ((long) (threshold * ONE) << 32) | alias;
    }

    /** What {@link #NoiseSampler(long[], double)} draws by: count^power. */
    public static double[] powers(long[] counts, double power) {
        double[] weights = new double[counts.length];
        for (int word = 0; word < counts.length; word++) {
            weights[word] = power(counts[word], power);
        }
        return weights;
    }

    /** The weight of one word. */
    public static double power(long count, double power) {
        return StrictMath.pow(count, power);
    }

    private static double[] scaledWeights(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] scaled = new double[weights.length];
        for (int word = 0; word < weights.length; word++) {
            scaled[word] = weights[word] * (weights.length / sum);
        }
        return scaled;
    }
}
