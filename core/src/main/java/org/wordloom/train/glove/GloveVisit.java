package org.wordloom.train.glove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.CellKernel;
import org.wordloom.kernel.CellKernels;
import org.wordloom.kernel.CellRule;
import org.wordloom.opencl.DeviceCells;
import org.wordloom.train.DeviceHeapCheck;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.KernelDecider;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.WorkerPool;

/**
 * Trains the cells between a row block and a column block once, in an order that is shuffled anew for every visit
 * ({@link CellOrder}). With one thread of a processor the result is a pure function of options, visit, blocks and cells. Visits
 * of disjoint blocks may run at once on one object; on an OpenCL device they wait for one another.
 */
public final class GloveVisit {
    private final GloveOptions options;
    private final KernelDecision decision;
    private final CellKernel kernel;
    private final CellRule rule;

    /**
     * Visits of blocks of any size, on any device.
     *
     * @param options validated options
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public GloveVisit(GloveOptions options) {
        this(options, 1, KernelDecider.ofMachine());
    }

    /**
     * Decides which kernel runs; where that is measured, it takes a few seconds.
     *
     * @param options validated options
     * @param mostRows of any block
     * @param decider knows which device this process may use
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public GloveVisit(GloveOptions options, int mostRows, KernelDecider decider) {
        this.options = options;
        this.rule = new CellRule(
                (float) options.xMax(),
                (float) options.alpha(),
                (float) options.rate(),
                (float) options.biasRate(),
                (float) options.gradClip());
        this.decision = options.exact() ? KernelDecision.ofExact(options.kernel()) : decide(options, mostRows, decider);
        this.kernel = switch (decision.kernel()) {
            case SIMD -> CellKernels.simd();
            case SCALAR, OPENCL, AUTO -> CellKernels.scalar();
        };
    }

    private static KernelDecision decide(GloveOptions options, int mostRows, KernelDecider decider) {
        long bytes = DeviceCells.bytes(options.dim(), mostRows, mostRows);
        return decider.decide(options.kernel(), bytes, device -> {
            DeviceCells.requireFit(device, options.dim(), mostRows, mostRows);
            DeviceHeapCheck.require(2 * bytes);
            return CellTrial.decide(device, options.dim(), Runtime.getRuntime().availableProcessors());
        });
    }

    /** The name of the kernel that runs, and of the device if it runs on one. */
    public String kernel() {
        return decision.nameWithDevice();
    }

    /** Why this kernel runs; one sentence for the log. */
    public String reason() {
        return decision.sentence();
    }

    /** Frees the OpenCL device of this JVM, if visits have used one; the next visit takes it again. */
    public static void releaseDevice() {
        GloveDevice.release();
    }

    /**
     * Bytes of heap that a visit needs at most, besides blocks and cells.
     *
     * @param mostRows of a block
     * @param cells of the visit
     */
    public static long visitBytes(GloveOptions options, int mostRows, long cells) {
        boolean onDevice = options.kernel() == KernelChoice.OPENCL;
        return CellOrder.bytes(cells) + (onDevice ? DeviceCells.bytes(options.dim(), mostRows, mostRows) : 0);
    }

    /**
     * Trains both blocks in place with one thread, or on the device.
     *
     * @param rows a block of word vectors, number {@code visit.rowBlock()}
     * @param columns a block of context vectors, number {@code visit.columnBlock()}
     * @param cells between the two
     * @return the sum of the cells' losses ½ f(x) δ², each as before its step
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity; FORMAT for cells that do not fit the
     *     blocks
     * @throws InterruptedException when the thread was interrupted; the blocks are then trained in part
     */
    public double train(GloveBlock rows, GloveBlock columns, Cells cells, BlockVisit visit)
            throws InterruptedException {
        requireFit(rows, columns, visit);
        if (decision.device().isPresent()) {
            return new GloveDevice(decision.device().get(), options.seed(), rule)
                    .train(rows.parameters(), columns.parameters(), cells, visit);
        }
        CellOrder order = order(rows, columns, cells, visit);
        return new GloveWorker(kernel, rule, rows.parameters(), columns.parameters(), order, 0, cells.size(), visit)
                .call();
    }

    /**
     * As {@link #train(GloveBlock, GloveBlock, Cells, BlockVisit)}, with Hogwild threads that share the blocks (Niu et
     * al. 2011): faster, but no two runs are the same. One thread gives exactly what that method gives; a device has
     * its own number of threads.
     */
    public double train(GloveBlock rows, GloveBlock columns, Cells cells, BlockVisit visit, int threads)
            throws IOException, InterruptedException {
        if (threads <= 1 || decision.device().isPresent()) {
            return train(rows, columns, cells, visit);
        }
        requireFit(rows, columns, visit);
        CellOrder order = order(rows, columns, cells, visit);
        List<GloveWorker> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int from = (int) ((long) cells.size() * t / threads);
            int to = (int) ((long) cells.size() * (t + 1) / threads);
            workers.add(new GloveWorker(kernel, rule, rows.parameters(), columns.parameters(), order, from, to, visit));
        }
        new WorkerPool(workers, () -> {}, () -> {}).run();
        return workers.stream().mapToDouble(GloveWorker::loss).sum();
    }

    private CellOrder order(GloveBlock rows, GloveBlock columns, Cells cells, BlockVisit visit) {
        int partBits = CellOrder.partBits(rows.parameters(), columns.parameters(), cells);
        return new CellOrder(cells, partBits, visit.key(options.seed(), Purpose.SHUFFLE));
    }

    private void requireFit(GloveBlock rows, GloveBlock columns, BlockVisit visit) {
        boolean fit = rows.side() == Side.INPUT
                && columns.side() == Side.OUTPUT
                && rows.block() == visit.rowBlock()
                && columns.block() == visit.columnBlock()
                && rows.dim() == options.dim()
                && columns.dim() == options.dim();
        if (!fit) {
            throw new IllegalArgumentException(
                    "blocks " + rows + " and " + columns + " do not belong to " + visit + " of width " + options.dim());
        }
    }
}
