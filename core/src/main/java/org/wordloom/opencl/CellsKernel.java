package org.wordloom.opencl;

import java.util.List;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.kernel.CellRule;

/**
 * GloVe's cell step on a device: the arithmetic of {@link org.wordloom.kernel.CellKernel}, but not its bits. A launch is
 * told no more than which strands to train: the shuffled order of the cells is computed where it is used, by the formulas
 * of {@link KeyedPermutation}.
 *
 * <pre>
 *   words, contexts   one chunk of {@link ResidentRows} each; a row is that of {@link org.wordloom.kernel.AdaGradRows},
 *                     its bias and its bias' sum
 *   strand i          the cells at places 16 i … 16 i + 15 of the order, trained one after another
 *   losses[k]         of the strand that is number k of the launch
 * </pre>
 *
 * <p>Strands of a launch are trained at once: where they share a row they race as those of Hogwild threads do (Niu et al.
 * 2011). What Aparapi cannot translate: see {@link DeviceKernel}; besides, constants of 64 bits (BCEL cannot read a
 * class that has any), overloaded methods, names that OpenCL reserves, private fields of a super class.
 */
abstract class CellsKernel extends DeviceKernel {
    /** The operation that trains strands. */
    static final int TRAIN = 1;
    /** Cells of a strand. */
    static final int STRAND = 16;
    /** Coordinates whose weights stand together, followed by their sums. */
    static final int LANES = 8;
    /** Floats of those weights and sums. */
    static final int LINE = 16;

    final float[] words;
    final float[] contexts;
    int[] cellRows = new int[1];
    int[] cellColumns = new int[1];
    float[] cellValues = new float[1];
    final float[] losses;

    final int dim;
    /** Where in a row its bias stands, after weights and sums; the bias' sum follows. */
    final int biasAt;
    /** Floats from one row to the next. */
    final int stride;

    float rate;
    float biasRate;
    float bound;
    float alpha;
    float xMax;
    float logarithmOfMax;

    int firstCell;
    int cells;
    long size;
    int lowBits;
    long lowMask;
    long highs;
    long key0;
    long key1;
    long key2;
    long key3;
    long firstMultiplier;
    long secondMultiplier;

    /** @param strands of a launch at most */
    CellsKernel(CellsShape shape, float[] words, float[] contexts, int strands) {
        this.dim = shape.dim();
        this.biasAt = shape.biasAt();
        this.stride = shape.stride();
        this.words = words;
        this.contexts = contexts;
        this.losses = new float[strands];
    }

    /** Strands of an item of a launch. */
    abstract int bundle();

    /** Items of so many cells. */
    final int items(int cells) {
        int cellsOfItem = STRAND * bundle();
        return cells / cellsOfItem + (cells % cellsOfItem == 0 ? 0 : 1);
    }

    final void take(int[] rows, int[] columns, float[] values) {
        cellRows = rows;
        cellColumns = columns;
        cellValues = values;
    }

    final void take(CellRule rule) {
        rate = rule.rate();
        biasRate = rule.biasRate();
        bound = rule.gradClip() * rule.rate();
        alpha = rule.alpha();
        xMax = rule.xMax();
        logarithmOfMax = (float) Math.log(rule.xMax());
    }

    /** Takes the order of the cells from {@code from} on. */
    final void take(int from, KeyedPermutation order) {
        firstCell = from;
        cells = Math.toIntExact(order.size());
        size = order.size();
        lowBits = order.lowBits();
        lowMask = (1L << lowBits) - 1;
        highs = order.highs();
        key0 = order.key(0);
        key1 = order.key(1);
        key2 = order.key(2);
        key3 = order.key(3);
        firstMultiplier = KeyedPermutation.multiplier(0);
        secondMultiplier = KeyedPermutation.multiplier(1);
    }

    @Override
    public final List<float[]> resident() {
        return List.of(words, contexts);
    }

    /** Counts this launch in both blocks. */
    void countLaunch() {
        words[0] = incremented(words[0]);
        counters[0] = words[0];
        contexts[0] = incremented(contexts[0]);
        counters[1] = contexts[0];
    }

    /** The weight f(x) of a cell. */
    float weight(float value, float logarithm) {
        float weight = 1f;
        if (value < xMax) {
            weight = exp(alpha * (logarithm - logarithmOfMax));
        }
        return weight;
    }

    /** The step of a coordinate: of the weight at {@code w} and the one at {@code v}, with their sums. */
    void step(int w, int v, float scaled) {
        float weightW = words[w];
        float weightV = contexts[v];
        float sumW = words[w + LANES];
        float sumV = contexts[v + LANES];
        float stepW = clip(scaled * weightV);
        float stepV = clip(scaled * weightW);
        words[w] = weightW - stepW * rsqrt(sumW);
        contexts[v] = weightV - stepV * rsqrt(sumV);
        words[w + LANES] = sumW + stepW * stepW;
        contexts[v + LANES] = sumV + stepV * stepV;
    }

    /** Leaves NaN as it is. */
    float clip(float step) {
        float clipped = step;
        if (step > bound) {
            clipped = bound;
        }
        if (step < -bound) {
            clipped = -bound;
        }
        return clipped;
    }

    /** The step of the bias at {@code b} and the one at {@code c}, with their sums. */
    void stepBiases(int b, int c, float gradient) {
        float step = gradient * biasRate;
        float sumB = words[b + 1];
        float sumC = contexts[c + 1];
        words[b] = words[b] - step * rsqrt(sumB);
        contexts[c] = contexts[c] - step * rsqrt(sumC);
        words[b + 1] = sumB + step * step;
        contexts[c + 1] = sumC + step * step;
    }

    /** The cell at a place of the order. */
    int cellAt(int place) {
        long x = network((long) place);
        while (x >= size) {
            x = network(x);
        }
        return firstCell + (int) x;
    }

    long network(long x) {
        long low = x & lowMask;
        long high = x >>> lowBits;
        high = addHigh(high, hash(low, key0));
        low = (low + hash(high, key1)) & lowMask;
        high = addHigh(high, hash(low, key2));
        low = (low + hash(high, key3)) & lowMask;
        return (high << lowBits) | low;
    }

    long addHigh(long high, long hash) {
        long sum = high + ((hash * highs) >>> 32);
        if (sum >= highs) {
            sum = sum - highs;
        }
        return sum;
    }

    long hash(long part, long key) {
        long z = (part + key) * firstMultiplier;
        z = (z ^ (z >>> 32)) * secondMultiplier;
        return z >>> 32;
    }
}
