package org.wordloom.opencl;

import java.util.Arrays;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

/**
 * Two matrices on a device while tiles train them: open, {@link #visit} with {@link #train} within, {@link #store},
 * close. Only batches travel meanwhile. Used by one thread.
 */
public final class TileSession implements AutoCloseable {
    /** Tiles that a work-item takes one after another in one launch, in the form of a work-item a tile. */
    private static final int TILES_PER_ITEM = 8;
    /** Work-items' scratch, in that form: 64 MB of floats. */
    private static final int MOST_SCRATCH = 1 << 24;

    /** Columns that are staged at least at a time, in the other form: a narrower tile would leave most of a group idle. */
    private static final int LEAST_WIDTH = 16;

    private static final float UNMEASURED = -1f;
    /** A program's loss of a product that is not finite lies above. */
    private static final double DIVERGED = 1e30;

    private final ResidentRows input;
    private final ResidentRows output;
    private final TileProgram program;
    private final DeviceSession session;
    /** 0 in the form of a work-group a tile. */
    private final int items;

    private double loss;
    private double pairs;

    private TileSession(
            TileTraining training,
            ResidentRows input,
            ResidentRows output,
            OpenClDevice device,
            Form form,
            int capacity) {
        this.input = input;
        this.output = output;
        TileBatch batch = new TileBatch(training.shape(), capacity);
        this.items = form == Form.WORK_ITEM ? items(training.shape(), device) : 0;
        this.program = form == Form.WORK_ITEM
                ? new TileItemProgram(training, batch, input, output, items)
                : new TileGroupProgram(training, batch, input, output, width(training.shape(), device));
        this.session = DeviceSession.open(program, device, form);
        program.put(program.slots);
        session.put(program.noiseRows);
        session.put(program.rowRates);
    }

    /**
     * Copies the matrices to the device.
     *
     * @param capacity tiles of a batch at most
     * @throws WordloomException ENVIRONMENT where the JVM or the device cannot do it; USAGE where the tiles or the
     *     matrices are too large for it
     */
    public static TileSession open(
            OpenClDevice device, Form form, TileTraining training, RowMatrix input, RowMatrix output, int capacity) {
        TileShape shape = training.shape();
        if (input.rows() != shape.inputRows()
                || output.rows() != shape.outputRows()
                || input.columns() != shape.columns()
                || output.columns() != shape.columns()) {
            throw new IllegalArgumentException("matrices of " + input.rows() + " and " + output.rows() + " rows of "
                    + input.columns() + " and " + output.columns() + " columns do not fit " + shape);
        }
        ResidentRows inputRows = rows(input);
        ResidentRows outputRows = rows(output);
        return new TileSession(training, inputRows, outputRows, device, form, capacity);
    }

    /** Why the device cannot train such tiles, in a line with the remedy; null where it can. */
    public static String obstacle(TileShape shape, OpenClDevice device, Form form) {
        if (form == Form.WORK_GROUP && shape.localBytes(LEAST_WIDTH) > device.localMemory()) {
            return String.format(
                    Locale.ROOT,
                    "a tile of %d hidden vectors and %d outputs needs %,d bytes of local memory, %s has %,d: lower --window or"
                            + " --negative",
                    shape.hidden(),
                    shape.allOutputs(),
                    shape.localBytes(LEAST_WIDTH),
                    device.name(),
                    device.localMemory());
        }
        return null;
    }

    private static ResidentRows rows(RowMatrix matrix) {
        ResidentRows rows = new ResidentRows(matrix.rows(), matrix.columns());
        if (rows.chunks() > TileProgram.MOST_CHUNKS) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%,d rows of %d columns need %d buffers of up to 2 GB, --kernel opencl has %d for a matrix: lower"
                                    + " --dim or --max-size, or use --kernel simd",
                            matrix.rows(),
                            matrix.columns(),
                            rows.chunks(),
                            TileProgram.MOST_CHUNKS));
        }
        rows.load(matrix, 0);
        return rows;
    }

    /** The most columns that local memory can stage at a time. */
    private static int width(TileShape shape, OpenClDevice device) {
        String obstacle = obstacle(shape, device, Form.WORK_GROUP);
        if (obstacle != null) {
            throw new WordloomException(ExitCode.USAGE, obstacle);
        }
        int width = LEAST_WIDTH;
        while (width < DeviceSession.GROUP
                && width < shape.stride()
                && shape.localBytes(2 * width) <= device.localMemory()) {
            width *= 2;
        }
        return width;
    }

    private static int items(TileShape shape, OpenClDevice device) {
        int groups = Math.min(
                device.computeUnits(), MOST_SCRATCH / (TileItemProgram.scratchFloats(shape) * DeviceSession.GROUP));
        return Math.max(1, groups) * DeviceSession.GROUP;
    }

    /** How options, logs and {@code run.json} call the kernel. */
    public String name() {
        return "opencl";
    }

    /** The device that computes. */
    public OpenClDevice device() {
        return session.device();
    }

    /** Has the device draw negatives of a stream: for comparison with the host's. */
    int[] draws(long key, int count) {
        if (count > program.inputs.length) {
            throw new IllegalArgumentException(count + " draws, there is room for " + program.inputs.length);
        }
        program.keys[0] = key;
        program.put(program.keys);
        session.launch(TileProgram.DRAW, count);
        session.get(program.inputs);
        return Arrays.copyOf(program.inputs, count);
    }

    /**
     * Trains the tiles of a batch; within {@link #visit}. Then {@link #loss} and {@link #pairs} tell how well they were
     * predicted.
     */
    public void train(TileBatch batch) {
        send(batch);
        Arrays.fill(program.losses, UNMEASURED);
        session.put(program.losses);
        if (items == 0) {
            session.launch(TileProgram.TRAIN, batch.size());
        } else {
            trainByItems((TileItemProgram) program, batch.size());
        }
        session.get(program.losses);
        measure(batch);
    }

    /** A small array may move while launches follow each other: then it is that of the host again, and measures less. */
    private void measure(TileBatch batch) {
        loss = 0;
        pairs = 0;
        for (int k = 0; k * TileBatch.TILES_PER_LOSS < batch.size(); k++) {
            if (program.losses[k] != UNMEASURED) {
                loss += program.losses[k];
                pairs += batch.sampledPairs(k);
            }
        }
    }

    /** The loss of the sampled tiles of the last batch; NaN where training diverged. */
    public double loss() {
        return loss < DIVERGED ? loss : Double.NaN;
    }

    /** The pairs of the sampled tiles of the last batch. */
    public double pairs() {
        return pairs;
    }

    private void trainByItems(TileItemProgram program, int tiles) {
        int slice = items * TILES_PER_ITEM;
        for (int tile = 0; tile < tiles; tile += slice) {
            program.firstTile = tile;
            program.endTile = Math.min(tiles, tile + slice);
            session.launch(TileProgram.TRAIN, items);
        }
    }

    private void send(TileBatch batch) {
        copy(batch.tiles, program.tiles);
        copy(batch.hiddenStarts, program.hiddenStarts);
        copy(batch.inputs, program.inputs);
        copy(batch.outputs, program.outputs);
        System.arraycopy(batch.labels, 0, program.labels, 0, batch.labels.length);
        System.arraycopy(batch.weights, 0, program.weights, 0, batch.weights.length);
        System.arraycopy(batch.rates, 0, program.rates, 0, batch.rates.length);
        System.arraycopy(batch.keys, 0, program.keys, 0, batch.keys.length);
        session.put(program.labels);
        session.put(program.weights);
        session.put(program.rates);
        program.put(program.keys);
    }

    private void copy(int[] from, int[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        session.put(to);
    }

    /** Runs launches and reads the rows back; repeats them where the device lost rows, so they must be repeatable. */
    public void visit(Runnable launches) {
        session.visit(launches);
    }

    /** Copies the rows, as they were read back at the end of the last visit, into the matrices. */
    public void store(RowMatrix inputMatrix, RowMatrix outputMatrix) {
        input.store(inputMatrix, 0);
        output.store(outputMatrix, 0);
    }

    @Override
    public void close() {
        session.close();
    }
}
