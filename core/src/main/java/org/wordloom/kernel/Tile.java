package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.CacheLines;
import org.wordloom.matrix.RowMatrix;

/**
 * One small dense computation, the unit of all training: n hidden vectors H (n×d), m output rows O (m×d), labels Y and
 * weights W (n×m; a weight of 0 means that there is no such pair).
 *
 * <pre>
 *   L = H·Oᵀ      G = rate · W ⊙ (Y − link(L))
 *   dH = G·O, added to the input rows that made H      O += Gᵀ·H, both with H and O as they were before
 * </pre>
 *
 * <p>An architecture fills in hidden vectors (the mean of which input rows), targets, and the pairs between both; an
 * objective turns targets into output rows with labels and weights; a kernel computes. A tile is reused: every thread
 * has one, and nothing is allocated while training.
 *
 * <p>The n×m matrices are stored in blocks of {@link #BLOCK_HIDDEN} × {@link #BLOCK_OUTPUTS} entries, each contiguous:
 * the register block of the SIMD kernel. {@link #entry} maps (i, j) to the place. Columns beyond m, up to a full block,
 * and rows beyond n, up to a full vector, have weight 0. A column has one label: all hidden vectors that are paired with
 * an output agree on whether it is a positive.
 */
public final class Tile {
    static final int BLOCK_HIDDEN = 4;
    static final int BLOCK_OUTPUTS = 2;
    static final int BLOCK_ENTRIES = BLOCK_HIDDEN * BLOCK_OUTPUTS;
    /** Hidden vectors whose entries fill a vector of 512 bits: what the rows of the n×m matrices are padded to. */
    private static final int HIDDEN_PADDING = RowMatrix.LANES / BLOCK_OUTPUTS;

    private final int maxTargets;
    private final int columnBlockStride;

    // Filled by the architecture.
    private int hidden;
    private final int[] inputStarts;
    private int[] inputRows;
    private int targets;
    private final int[] targetWords;
    private final float[] pairs;
    private final float[] pairCounts;

    // Filled by the objective.
    private int outputs;
    private final int[] outputRows;
    final float[] labels;
    final float[] weights;

    // The kernel's scratch; vectors are row-major with the matrices' stride.
    final int stride;
    final float[] hiddenVectors;
    final float[] outputVectors;
    private int firstHidden;
    private int firstOutput;
    final float[] hiddenGradients;
    /** One vector longer than the n×m matrices: the last sums of {@link SimdProducts} are stored as a whole vector. */
    final float[] products;
    /** Written and never read: see {@link SimdProducts}. */
    final float[] unread = new float[1];
    /** The four rows that are updated at once. */
    final RowQuad quad = new RowQuad();
    /** A row for sums that nobody wants, where fewer rows are left than are updated at once. */
    final float[] discarded;

    /**
     * @param maxHidden hidden vectors at most
     * @param maxTargets target words at most
     * @param maxOutputs output rows at most
     * @param columns width of the vectors
     */
    public Tile(int maxHidden, int maxTargets, int maxOutputs, int columns) {
        int paddedHidden = roundUp(maxHidden, HIDDEN_PADDING);
        int paddedOutputs = roundUp(maxOutputs, RowQuad.ROWS);
        this.maxTargets = maxTargets;
        this.columnBlockStride = paddedHidden * BLOCK_OUTPUTS;
        this.inputStarts = new int[paddedHidden + 1];
        this.inputRows = new int[paddedHidden];
        this.targetWords = new int[maxTargets];
        this.pairs = new float[paddedHidden * maxTargets];
        this.pairCounts = new float[paddedHidden];
        this.outputRows = new int[paddedOutputs];
        this.labels = new float[paddedOutputs];
        this.weights = new float[paddedHidden * paddedOutputs];
        this.products = new float[paddedHidden * paddedOutputs + RowMatrix.LANES];
        this.stride = RowMatrix.stride(columns);
        this.discarded = new float[stride];
        this.hiddenVectors = new float[paddedHidden * stride + RowMatrix.LANES];
        this.hiddenGradients = new float[paddedHidden * stride];
        this.outputVectors = new float[paddedOutputs * stride + RowMatrix.LANES];
        align();
    }

    /** Has vectors begin at lines of the cache, and empties the tile; from time to time, since collectors move arrays. */
    public void align() {
        firstHidden = CacheLines.firstElement(hiddenVectors);
        firstOutput = CacheLines.firstElement(outputVectors);
        clear();
    }

    /** Empties the tile. */
    public void clear() {
        hidden = 0;
        targets = 0;
        outputs = 0;
    }

    // ---- the architecture's side

    /** Adds a word that is predicted. Returns its index. */
    public int addTarget(int word) {
        targetWords[targets] = word;
        return targets++;
    }

    /** Begins a hidden vector that predicts nothing yet. Returns its index. */
    public int addHidden() {
        return addHidden(0);
    }

    /** Begins a hidden vector that predicts each target whose bit is 1, of the first 64. Returns its index. */
    public int addHidden(long predicted) {
        int at = hidden * maxTargets;
        for (int t = 0; t < maxTargets; t++) {
            pairs[at + t] = predicted >>> t & 1;
        }
        pairCounts[hidden] = Long.bitCount(predicted);
        hidden++;
        inputStarts[hidden] = inputStarts[hidden - 1];
        return hidden - 1;
    }

    /** Adds an input row to those whose mean the last hidden vector is. */
    public void addInput(int row) {
        int at = inputStarts[hidden]++;
        if (at == inputRows.length) {
            inputRows = Arrays.copyOf(inputRows, 2 * at);
        }
        inputRows[at] = row;
    }

    /** Says that hidden vector {@code i} predicts target {@code t}. */
    public void addPair(int i, int t) {
        pairs[i * maxTargets + t] = 1f;
        pairCounts[i]++;
    }

    // ---- the objective's side

    public int hidden() {
        return hidden;
    }

    public int targets() {
        return targets;
    }

    public int target(int t) {
        return targetWords[t];
    }

    /** 1 where hidden vector {@code i} predicts target {@code t}, else 0. */
    public float pair(int i, int t) {
        return pairs[i * maxTargets + t];
    }

    /** How many targets hidden vector {@code i} predicts. */
    public float pairs(int i) {
        return pairCounts[i];
    }

    /** Adds an output row whose pairs have this label; a weight must follow for every hidden vector. */
    public int addOutput(int row, float label) {
        if (outputs % BLOCK_OUTPUTS == 0) {
            clearPadding(outputs);
        }
        outputRows[outputs] = row;
        labels[outputs] = label;
        return outputs++;
    }

    /** Weighs the pair of hidden vector {@code i} and output {@code j}; 0 where there is none. */
    public void setWeight(int i, int j, float weight) {
        weights[entry(i, j)] = weight;
    }

    /** Weighs output {@code j} as target {@code t}: 1 with each hidden vector that predicts it, 0 with others. */
    public void weighTarget(int j, int t) {
        int at = entry(0, j);
        for (int i = 0; i < hidden; i++, at += BLOCK_OUTPUTS) {
            weights[at] = pair(i, t);
        }
    }

    /** Weighs output {@code j} with each hidden vector by the targets that this predicts, a {@code share} for each. */
    public void weighByPairs(int j, float share) {
        int at = entry(0, j);
        for (int i = 0; i < hidden; i++, at += BLOCK_OUTPUTS) {
            weights[at] = share * pairCounts[i];
        }
    }

    // ---- the kernel's side

    /** How many outputs the tile has. */
    public int outputs() {
        return outputs;
    }

    public int outputRow(int j) {
        return outputRows[j];
    }

    /** What a pair with output {@code j} is: 1 for a positive, 0 for a negative; in a tree the branch. */
    public float label(int j) {
        return labels[j];
    }

    /** Factor of the gradient of hidden vector {@code i} and output {@code j}; 0 where they are no pair. */
    public float weight(int i, int j) {
        return weights[entry(i, j)];
    }

    /** After {@code multiply} the product L of the pair, after {@code differentiate} its gradient G. */
    public float product(int i, int j) {
        return products[entry(i, j)];
    }

    /** Input rows of hidden vector {@code i}: {@code inputRow(inputStart(i))} up to {@code inputStart(i + 1)}. */
    public int inputStart(int i) {
        return inputStarts[i];
    }

    public int inputRow(int at) {
        return inputRows[at];
    }

    /** The hidden vectors H after {@code multiply}, row-major with {@link #stride()}; not a copy. */
    public float[] hiddenVectors() {
        return hiddenVectors;
    }

    /** Where hidden vector {@code i} begins within {@link #hiddenVectors}. */
    public int hiddenOffset(int i) {
        return firstHidden + i * stride;
    }

    /** The output rows O as they were before the update, after {@code multiply}; not a copy. */
    public float[] outputVectors() {
        return outputVectors;
    }

    /** Where output row {@code j} begins within {@link #outputVectors}. */
    public int outputOffset(int j) {
        return firstOutput + j * stride;
    }

    /** Floats from one vector to the next. */
    public int stride() {
        return stride;
    }

    /** Where entry (i, j) of an n×m matrix of this tile is stored. */
    int entry(int i, int j) {
        return (j / BLOCK_OUTPUTS) * columnBlockStride + i * BLOCK_OUTPUTS + j % BLOCK_OUTPUTS;
    }

    int paddedHidden() {
        return roundUp(hidden, BLOCK_HIDDEN);
    }

    int paddedOutputs() {
        return roundUp(outputs, BLOCK_OUTPUTS);
    }

    /** From one block of {@link #BLOCK_OUTPUTS} columns to the next in the n×m matrices. */
    int columnBlockStride() {
        return columnBlockStride;
    }

    private void clearPadding(int column) {
        int block = entry(0, column);
        int padded = roundUp(hidden, HIDDEN_PADDING);
        for (int i = 0; i < hidden; i++) {
            weights[block + i * BLOCK_OUTPUTS + 1] = 0f;
        }
        Arrays.fill(weights, block + hidden * BLOCK_OUTPUTS, block + padded * BLOCK_OUTPUTS, 0f);
        labels[column + 1] = 0f;
    }

    private static int roundUp(int n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}
