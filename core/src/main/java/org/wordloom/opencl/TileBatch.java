package org.wordloom.opencl;

import java.util.Arrays;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.Tile;

/**
 * Tiles on their way to a device: row numbers, labels, weights, rates; no vectors. Host threads fill batches, each its
 * own, and one thread hands them to a {@link TileSession}.
 *
 * <p>All arrays are flat, because a device has no others. Tile t has the hidden vectors from {@code tiles[3t]} to
 * {@code tiles[3t + 3]}, the outputs from {@code tiles[3t + 1]} to {@code tiles[3t + 4]}, and its n×m weights, row by row,
 * from {@code tiles[3t + 2]} on. Hidden vector h is the mean of the input rows from {@code hiddenStarts[h]} to
 * {@code hiddenStarts[h + 1]} of {@code inputs}.
 *
 * <p>A device checks no index: one that is too large ends the process, or writes into another row. So no row number gets
 * into a batch unchecked.
 */
public final class TileBatch {
    /** The loss is measured of every so many tiles, usually: logarithms cost as much as products. */
    public static final int TILES_PER_LOSS = 64;

    static final int FIELDS = 3;
    /** Few tiles have all the hidden vectors that a tile may have. */
    private static final double USUAL_FILL = 0.75;

    final TileShape shape;
    final int[] tiles;
    final int[] hiddenStarts;
    final int[] inputs;
    final int[] outputs;
    final float[] labels;
    final float[] weights;
    final float[] rates;
    final long[] keys;
    private final int capacity;
    private int size;
    private long words;
    private final float[] pairs;
    /** Sizes that this batch had when a launch was to end; the last launch ends with the batch. */
    private int[] cuts = new int[16];

    private int cutCount;

    /** @param capacity tiles at most */
    public TileBatch(TileShape shape, int capacity) {
        this.shape = shape;
        this.capacity = capacity;
        int hidden = Math.toIntExact(usual(capacity, shape.hidden()));
        this.tiles = new int[FIELDS * (capacity + 1)];
        this.hiddenStarts = new int[hidden + 1];
        this.inputs = new int[Math.toIntExact(usual(capacity, shape.inputs()))];
        this.outputs = new int[Math.multiplyExact(capacity, shape.outputs())];
        this.labels = new float[outputs.length];
        this.weights = new float[Math.toIntExact(usual(capacity, (long) shape.hidden() * shape.outputs()))];
        this.rates = new float[capacity];
        this.keys = new long[capacity];
        this.pairs = new float[capacity];
    }

    private static long usual(int capacity, long most) {
        return Math.max(most, (long) Math.ceil(USUAL_FILL * capacity * most));
    }

    /** Bytes of a batch: what travels for {@code capacity} tiles. */
    public static long bytes(TileShape shape, int capacity) {
        long ints = FIELDS * (capacity + 1L) + usual(capacity, shape.hidden()) + 1 + usual(capacity, shape.inputs());
        long outputs = 2L * capacity * shape.outputs();
        long weights = usual(capacity, (long) shape.hidden() * shape.outputs());
        return (ints + outputs + weights) * Integer.BYTES + (long) capacity * (Float.BYTES + Long.BYTES);
    }

    /** Empties the batch. */
    public void clear() {
        size = 0;
        words = 0;
        cutCount = 0;
    }

    /** Has the tiles so far trained before those that follow, instead of at once with them. */
    public void cut() {
        if (size == launchStart(cutCount)) {
            return;
        }
        if (cutCount == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cutCount);
        }
        cuts[cutCount++] = size;
    }

    /** Into how many parts the cuts divide this batch. */
    int launches() {
        return cutCount + 1;
    }

    /** The first tile of a part. */
    int launchStart(int launch) {
        return launch == 0 ? 0 : cuts[launch - 1];
    }

    /** The tile after the last of a part. */
    int launchEnd(int launch) {
        return launch == cutCount ? size : cuts[launch];
    }

    /** Tiles. */
    public int size() {
        return size;
    }

    /** Words of text that these tiles stand for. */
    public long words() {
        return words;
    }

    public void addWords(long more) {
        words += more;
    }

    /** Pairs of a tile, as the architecture counts them. */
    float pairs(int tile) {
        return pairs[tile];
    }

    /** Whether the first output of a tile is a positive. */
    public boolean positive(int tile) {
        return labels[tiles[FIELDS * tile + 1]] > 0;
    }

    /** The sum of all weights of a tile that draws no negatives. */
    public float weight(int tile) {
        float sum = 0;
        for (int at = tiles[FIELDS * tile + 2]; at < tiles[FIELDS * (tile + 1) + 2]; at++) {
            sum += weights[at];
        }
        return sum;
    }

    /** Whether there is room for this tile. */
    public boolean fits(Tile tile) {
        int at = FIELDS * size;
        return size < capacity
                && tiles[at] + tile.hidden() < hiddenStarts.length
                && hiddenStarts[tiles[at]] + tile.inputStart(tile.hidden()) <= inputs.length
                && tiles[at + 1] + tile.outputs() <= outputs.length
                && tiles[at + 2] + tile.hidden() * tile.outputs() <= weights.length;
    }

    /**
     * Adds a tile that {@link #fits}.
     *
     * @param rate of learning
     * @param key of its negatives: the device draws numbers 0, 1, … of that stream
     * @throws WordloomException FORMAT for a row that the matrices do not have
     * @throws IllegalArgumentException for a tile that is larger than the shape says, or does not fit
     */
    public void add(Tile tile, float rate, long key) {
        checkSize(tile);
        checkRows(tile);
        int at = FIELDS * size;
        addInputs(tile, tiles[at]);
        addOutputs(tile, tiles[at + 1]);
        addWeights(tile, tiles[at + 2]);
        tiles[at + FIELDS] = tiles[at] + tile.hidden();
        tiles[at + FIELDS + 1] = tiles[at + 1] + tile.outputs();
        tiles[at + FIELDS + 2] = tiles[at + 2] + tile.hidden() * tile.outputs();
        rates[size] = rate;
        keys[size] = key;
        pairs[size] = pairs(tile);
        size++;
    }

    private void checkSize(Tile tile) {
        if (tile.hidden() > shape.hidden()
                || tile.outputs() > shape.outputs()
                || tile.inputStart(tile.hidden()) > shape.inputs()
                || !fits(tile)) {
            throw new IllegalArgumentException("a tile of " + tile.hidden() + " hidden vectors of "
                    + tile.inputStart(tile.hidden()) + " rows and " + tile.outputs() + " outputs: at most " + shape
                    + " and " + capacity + " tiles go into a batch");
        }
    }

    private void checkRows(Tile tile) {
        for (int at = 0; at < tile.inputStart(tile.hidden()); at++) {
            checkRow("input", tile.inputRow(at), shape.inputRows());
        }
        for (int j = 0; j < tile.outputs(); j++) {
            checkRow("output", tile.outputRow(j), shape.outputRows());
        }
    }

    private static void checkRow(String matrix, int row, int rows) {
        if (row < 0 || row >= rows) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    String.format(
                            Locale.ROOT,
                            "%s row %d of %d rows: the text does not belong to this vocabulary",
                            matrix,
                            row,
                            rows));
        }
    }

    private void addInputs(Tile tile, int firstHidden) {
        int start = hiddenStarts[firstHidden];
        for (int i = 0; i < tile.hidden(); i++) {
            hiddenStarts[firstHidden + i + 1] = start + tile.inputStart(i + 1);
        }
        for (int at = 0; at < tile.inputStart(tile.hidden()); at++) {
            inputs[start + at] = tile.inputRow(at);
        }
    }

    private void addOutputs(Tile tile, int firstOutput) {
        for (int j = 0; j < tile.outputs(); j++) {
            outputs[firstOutput + j] = tile.outputRow(j);
            labels[firstOutput + j] = tile.label(j);
        }
    }

    private void addWeights(Tile tile, int firstWeight) {
        int at = firstWeight;
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                weights[at++] = tile.weight(i, j);
            }
        }
    }

    private static float pairs(Tile tile) {
        float pairs = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            pairs += tile.pairs(i);
        }
        return pairs;
    }
}
