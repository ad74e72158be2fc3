package org.wordloom.opencl;

import java.util.List;
import org.wordloom.kernel.CellBatch;
import org.wordloom.kernel.CellKernel;

/** How many of GloVe's cells a device and a thread of the processor train in a second. */
public final class CellsTiming {
    private CellsTiming() {}

    /**
     * Bytes that the memory moves for a cell without caches: weights, sums, biases and their sums of two rows, read and
     * written, and the cell itself.
     */
    public static long bytesPerCell(int dim) {
        CellsShape shape = new CellsShape(dim, 1, 1);
        return 2L * 2 * shape.width() * Float.BYTES + 2 * Integer.BYTES + Float.BYTES;
    }

    /**
     * Cells in a second on a device, from the first upload to the last read-back; visit after visit, after one that warms
     * up and is not counted.
     *
     * @param rows of each block, any of which a cell may have
     * @param cells of a visit
     * @param seconds at least
     */
    public static double onDevice(OpenClDevice device, int dim, int rows, int cells, double seconds)
            throws InterruptedException {
        MadeUpCells made = MadeUpCells.anywhere(dim, rows, cells);
        try (DeviceCells session = DeviceCells.open(device, device.form(), dim, rows, rows)) {
            train(session, made);
            long start = System.nanoTime();
            long trained = 0;
            double elapsed = 0;
            while (elapsed < seconds) {
                trained += train(session, made).cells();
                elapsed = (System.nanoTime() - start) * 1e-9;
            }
            return trained / elapsed;
        }
    }

    static DeviceCells.Outcome train(DeviceCells session, MadeUpCells made) throws InterruptedException {
        List<ShuffledCells> order = List.of(new ShuffledCells(0, made.order()));
        return session.train(made.rows(), made.columns(), made.cells(), order, MadeUpCells.RULE);
    }

    /** The same for a kernel of the processor in one thread. */
    public static double onProcessor(CellKernel kernel, int dim, int rows, int cells, double seconds) {
        MadeUpCells made = MadeUpCells.anywhere(dim, rows, cells);
        train(kernel, made);
        long start = System.nanoTime();
        long trained = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            train(kernel, made);
            trained += cells;
            elapsed = (System.nanoTime() - start) * 1e-9;
        }
        return trained / elapsed;
    }

    static void train(CellKernel kernel, MadeUpCells made) {
        int[] rows = made.cells().rows();
        int[] columns = made.cells().columns();
        float[] values = made.cells().values();
        CellBatch batch = new CellBatch();
        for (int place = 0; place < values.length; place++) {
            int cell = (int) made.order().at(place);
            batch.add(rows[cell], columns[cell], values[cell]);
            if (batch.full() || place == values.length - 1) {
                kernel.train(batch, made.rows(), made.columns(), MadeUpCells.RULE);
                batch.clear();
            }
        }
    }
}
