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

    private final TileTraining training;
    private final int capacity;
    private final ResidentRows input;
    private final ResidentRows output;
    private final TileProgram program;
    private final DeviceSession session;
    /** 0 in the form of a work-group a tile. */
    private final int items;

    private double loss;
    private double pairs;
    /** Whether other rows were loaded than the device has. */
    private boolean loaded;

    private TileSession(
            TileTraining training,
            ResidentRows input,
            ResidentRows output,
            OpenClDevice device,
            LaunchForm form,
            int capacity) {
        this.training = training;
        this.capacity = capacity;
        this.input = input;
        this.output = output;
        TileBatch batch = new TileBatch(training.shape(), capacity);
        this.items = form == LaunchForm.WORK_ITEM ? items(training.shape(), device) : 0;
        this.program = form == LaunchForm.WORK_ITEM
                ? new TileItemProgram(training, batch, input, output, items)
                : new TileGroupProgram(training, batch, input, output, width(training.shape(), device));
        this.session = DeviceSession.open(program, device, form);
        program.put(program.slots);
        session.put(program.noiseRows);
        session.put(program.rowRates);
    }

    /**
     * Copies the matrices, which may have fewer rows than the training's shape, to the device.
     *
     * @param capacity tiles of a batch at most
     * @throws WordloomException ENVIRONMENT where the JVM or the device cannot do it; USAGE where the tiles or the
     *     matrices are too large for it
     */
    public static TileSession open(
            OpenClDevice device,
            LaunchForm form,
            TileTraining training,
            RowMatrix input,
            RowMatrix output,
            int capacity) {
        TileShape shape = training.shape();
        if (input.rows() > shape.inputRows()
                || output.rows() > shape.outputRows()
                || input.columns() != shape.columns()
                || output.columns() != shape.columns()) {
            throw new IllegalArgumentException("matrices of " + input.rows() + " and " + output.rows() + " rows of "
                    + input.columns() + " and " + output.columns() + " columns do not fit " + shape);
        }
        ResidentRows inputRows = rows(shape.inputRows(), input, device);
        ResidentRows outputRows = rows(shape.outputRows(), output, device);
        return new TileSession(training, inputRows, outputRows, device, form, capacity);
    }

    /**
     * The session itself, with these rows, if it is for this device and has room for them; else another, in its place.
     * Compiling takes seconds, so one session should serve many blocks, one after another.
     *
     * @param session is closed if it is not returned; null: there is none
     * @param training as the session's, but for the rows and their rates
     */
    public static TileSession reopen(
            TileSession session,
            OpenClDevice device,
            TileTraining training,
            RowMatrix input,
            RowMatrix output,
            int capacity) {
        if (session == null) {
            return open(device, device.form(), training, input, output, capacity);
        }
        if (session.device().equals(device) && session.serves(training, capacity)) {
            session.load(training, input, output);
            return session;
        }
        session.close();
        TileShape shape = training.shape().union(session.training.shape());
        return open(device, device.form(), training.with(shape), input, output, capacity);
    }

    private boolean serves(TileTraining other, int otherCapacity) {
        return capacity == otherCapacity
                && training.shape().holds(other.shape())
                && training.link() == other.link()
                && training.tilesPerLoss() == other.tilesPerLoss()
                && training.rule().gradient() == other.rule().gradient()
                && training.negatives() == null
                && other.negatives() == null
                && program.rated == 1
                && other.rule().inputRates() != null;
    }

    /** Puts other rows in the place of those that are here. */
    private void load(TileTraining other, RowMatrix inputMatrix, RowMatrix outputMatrix) {
        session.adopt();
        input.load(inputMatrix, 0);
        output.load(outputMatrix, 0);
        float[] rates = training.with(other.rule()).rowRates();
        System.arraycopy(rates, 0, program.rowRates, 0, rates.length);
        session.put(program.rowRates);
        loaded = true;
    }

    /** Hands the session over to the calling thread; the one that had it must have ended its calls. */
    public void adopt() {
        session.adopt();
    }

    /** Why the device cannot train such tiles, in a line with the remedy; null where it can. */
    public static String obstacle(TileShape shape, OpenClDevice device, LaunchForm form) {
        if (form == LaunchForm.WORK_GROUP && shape.localBytes(LEAST_WIDTH) > device.localMemory()) {
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

    /**
     * USAGE or ENVIRONMENT error when the device cannot hold a matrix of this shape; allocates nothing.
     *
     * @param rows of the matrix
     */
    public static void requireFit(int rows, int columns, OpenClDevice device) {
        int chunks = ResidentRows.chunks(rows, columns);
        if (chunks > TileProgram.MOST_CHUNKS) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "%,d rows of %d columns need %d buffers of up to 2 GB, --kernel opencl has %d for a matrix: lower"
                                    + " --dim or --max-size, or use --kernel simd",
                            rows,
                            columns,
                            chunks,
                            TileProgram.MOST_CHUNKS));
        }
        DeviceRequirements.requireAllocation(ResidentRows.chunkBytes(rows, columns), device);
    }

    private static ResidentRows rows(int count, RowMatrix matrix, OpenClDevice device) {
        requireFit(count, matrix.columns(), device);
        ResidentRows rows = new ResidentRows(count, matrix.columns());
        rows.load(matrix, 0);
        return rows;
    }

    /** The most columns that local memory can stage at a time. */
    private static int width(TileShape shape, OpenClDevice device) {
        String obstacle = obstacle(shape, device, LaunchForm.WORK_GROUP);
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
        for (int launch = 0; launch < batch.launches(); launch++) {
            train(batch.launchStart(launch), batch.launchEnd(launch));
        }
        session.get(program.losses);
        measure(batch);
    }

    private void train(int first, int end) {
        if (items == 0) {
            session.launch(TileProgram.TRAIN, first, end);
        } else {
            trainByItems((TileItemProgram) program, first, end);
        }
    }

    /** A small array may move while launches follow each other: then it is that of the host again, and measures less. */
    private void measure(TileBatch batch) {
        loss = 0;
        pairs = 0;
        for (int k = 0; k * training.tilesPerLoss() < batch.size(); k++) {
            if (program.losses[k] != UNMEASURED) {
                loss += program.losses[k];
                pairs += batch.pairs(k * training.tilesPerLoss());
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

    /** The loss of a tile of the last batch, one of every so many; negative where it was not measured. */
    public double loss(int tile) {
        return program.losses[tile / training.tilesPerLoss()];
    }

    private void trainByItems(TileItemProgram program, int first, int end) {
        int slice = items * TILES_PER_ITEM;
        for (int tile = first; tile < end; tile += slice) {
            program.firstTile = tile;
            program.endTile = Math.min(end, tile + slice);
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
        session.visit(() -> {
            if (loaded) {
                session.upload();
                loaded = false;
            }
            launches.run();
        });
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
