package org.wordloom.opencl;

import java.util.Arrays;
import java.util.List;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellRule;

/**
 * Trains GloVe's cells on an OpenCL device. For a visit both blocks and the cells are copied there and the blocks back; in
 * between nothing goes there but numbers of strands, and nothing comes back but losses. Compiling takes seconds, so one
 * object should serve many visits, one after another. It has the JVM's device to itself until it is closed.
 */
public final class DeviceCells implements AutoCloseable {
    /** Strands of a launch at most: their losses, 1 MB, are read back after it. */
    private static final int MOST_STRANDS = 1 << 18;

    private static final int CELL_BYTES = 2 * Integer.BYTES + Float.BYTES;

    /**
     * What a visit did.
     *
     * @param loss the sum of the cells' losses, each as before its step
     * @param cells how many were trained: fewer than all when their loss became NaN or infinite
     */
    public record Outcome(double loss, long cells) {}

    private final ResidentRows words;
    private final ResidentRows contexts;
    private final CellsKernel kernel;
    private final DeviceSession session;
    private final CellTally tally = new CellTally();
    private final int mostCells;
    private final CellsShape shape;

    private DeviceCells(OpenClDevice device, LaunchForm form, CellsShape shape, int mostCells) {
        this.shape = shape;
        this.mostCells = mostCells;
        this.words = new ResidentRows(shape.rows(), shape.width());
        this.contexts = new ResidentRows(shape.columns(), shape.width());
        this.kernel = form == LaunchForm.WORK_GROUP
                ? new CellsByGroup(shape, words.chunk(0), contexts.chunk(0), MOST_STRANDS)
                : new CellsByItem(shape, words.chunk(0), contexts.chunk(0), MOST_STRANDS);
        this.session = DeviceSession.open(kernel, device, form);
    }

    /** ENVIRONMENT error when the device or this JVM cannot hold blocks of up to so many rows; allocates nothing. */
    public static void requireFit(OpenClDevice device, int dim, int rows, int columns) {
        new CellsShape(dim, rows, columns).requireFit(device);
    }

    /**
     * Makes ready for blocks of up to so many rows.
     *
     * @param form the device's own, or the other to try that
     * @throws WordloomException ENVIRONMENT when the device or this JVM cannot hold such blocks
     */
    public static DeviceCells open(OpenClDevice device, LaunchForm form, int dim, int rows, int columns) {
        CellsShape shape = new CellsShape(dim, rows, columns);
        return open(device, form, shape, mostCells(device));
    }

    /**
     * The session itself if it is for this device and has room for the blocks; else another, in its place.
     *
     * @param session is closed if it is not returned; null: there is none
     */
    public static DeviceCells reopen(DeviceCells session, OpenClDevice device, AdaGradRows rows, AdaGradRows columns) {
        CellsShape shape = CellsShape.of(rows, columns);
        if (session == null) {
            return open(device, device.form(), shape, mostCells(device));
        }
        if (session.device().equals(device) && session.shape.holds(shape)) {
            return session;
        }
        session.close();
        return open(device, device.form(), shape.union(session.shape), mostCells(device));
    }

    /** The most cells of a {@link ShuffledCells}: what takes half of the device's memory. */
    public static int mostCells(OpenClDevice device) {
        long half = device.memory() / 2 / CELL_BYTES;
        long array = Math.min(DeviceRequirements.maxArrayFloats(), device.maxAllocation() / Float.BYTES);
        return (int) Math.min(half, array);
    }

    /** Bytes that blocks of so many rows take on a device. */
    public static long bytes(int dim, int rows, int columns) {
        return new CellsShape(dim, rows, columns).bytes();
    }

    public OpenClDevice device() {
        return session.device();
    }

    static DeviceCells open(OpenClDevice device, LaunchForm form, CellsShape shape, int mostCells) {
        shape.requireFit(device);
        return new DeviceCells(device, form, shape, mostCells);
    }

    /** How often a visit was repeated because the device had lost its rows. */
    public int restorations() {
        return session.restorations();
    }

    /**
     * Trains cells between two blocks, stretch after stretch. The blocks stay as they were when losses are no longer finite.
     *
     * @param cells row, column and value must fit the blocks: nothing on the device checks them
     * @param order each of the cells once
     * @throws InterruptedException when the thread was interrupted; the blocks are as they were
     */
    public Outcome train(AdaGradRows rows, AdaGradRows columns, Cells cells, List<ShuffledCells> order, CellRule rule)
            throws InterruptedException {
        session.adopt();
        tally.clear();
        if (cells.size() == 0) {
            return tally.outcome(); // a device has no buffers without bytes
        }
        load(rows, words);
        load(columns, contexts);
        kernel.take(rule);
        try {
            session.visit(() -> launch(cells, order));
        } catch (Stop stop) {
            if (Thread.interrupted()) {
                throw new InterruptedException("training on the device was interrupted");
            }
            return tally.outcome();
        }
        store(words, rows);
        store(contexts, columns);
        return tally.outcome();
    }

    private void launch(Cells cells, List<ShuffledCells> order) {
        tally.clear();
        session.upload();
        boolean all = cells.size() <= mostCells;
        if (all) {
            put(cells.rows(), cells.columns(), cells.values());
        }
        for (ShuffledCells stretch : order) {
            if (!all) {
                putOnly(cells, stretch);
            }
            kernel.take(all ? stretch.from() : 0, stretch.order());
            train(stretch.size());
        }
    }

    /** Cells never change: those of the visit before, as where all rows are one block, are there already. */
    private void put(int[] rows, int[] columns, float[] values) {
        if (kernel.cellRows != rows || kernel.cellColumns != columns || kernel.cellValues != values) {
            kernel.take(rows, columns, values);
            session.put(rows);
            session.put(columns);
            session.put(values);
        }
    }

    private void putOnly(Cells cells, ShuffledCells stretch) {
        int from = stretch.from();
        int to = from + stretch.size();
        put(
                Arrays.copyOfRange(cells.rows(), from, to),
                Arrays.copyOfRange(cells.columns(), from, to),
                Arrays.copyOfRange(cells.values(), from, to));
    }

    private void train(int cells) {
        int items = kernel.items(cells);
        int step = MOST_STRANDS / kernel.bundle();
        for (int first = 0; first < items; first += step) {
            session.launch(CellsKernel.TRAIN, first, Math.min(items, first + step), () -> add(cells));
        }
    }

    /** After each launch, since the next may overwrite the losses. */
    private void add(int cells) {
        session.get(kernel.losses);
        int strands = (kernel.end - kernel.first) * kernel.bundle();
        int from = kernel.first * kernel.bundle() * CellsKernel.STRAND;
        tally.add(kernel.losses, strands, Math.min(cells - from, strands * CellsKernel.STRAND));
        if (!Double.isFinite(tally.loss()) || Thread.currentThread().isInterrupted()) {
            throw new Stop();
        }
    }

    private static void load(AdaGradRows from, ResidentRows to) {
        float[] lines = from.lines();
        float[] biases = from.biases();
        float[] target = to.chunk(0);
        for (int row = 0; row < from.rows(); row++) {
            int at = to.offset(row);
            System.arraycopy(lines, row * from.stride(), target, at, from.stride());
            System.arraycopy(biases, 2 * row, target, at + from.stride(), 2);
        }
    }

    private static void store(ResidentRows from, AdaGradRows to) {
        float[] lines = to.lines();
        float[] biases = to.biases();
        float[] source = from.chunk(0);
        for (int row = 0; row < to.rows(); row++) {
            int at = from.offset(row);
            System.arraycopy(source, at, lines, row * to.stride(), to.stride());
            System.arraycopy(source, at + to.stride(), biases, 2 * row, 2);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Leaves a visit before its end. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super("no more launches", null, false, false);
        }
    }
}
