package org.wordloom.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.CellKernel;
import org.wordloom.kernel.CellKernels;
import org.wordloom.kernel.CellRule;

/**
 * Trains the cells between a row block and a column block once, in an order that is shuffled anew for every visit
 * ({@link CellTiles}). With one thread the result is a pure function of options, visit, blocks and cells. Keeps no state, so
 * visits of disjoint blocks may run at once on one object.
 */
public final class GloveVisit {
    private final GloveOptions options;
    private final CellKernel kernel;
    private final CellRule rule;

    /**
     * @param options validated options
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a forced kernel is absent
     */
    public GloveVisit(GloveOptions options) {
        this.options = options;
        this.kernel = switch (options.kernel()) {
            case AUTO -> CellKernels.fastest();
            case SCALAR -> CellKernels.scalar();
            case SIMD -> CellKernels.simd();
            case OPENCL -> throw KernelDecision.noOpenClForm("GloVe");
        };
        this.rule = new CellRule(
                (float) options.xMax(),
                (float) options.alpha(),
                (float) options.rate(),
                (float) options.biasRate(),
                (float) options.gradClip());
    }

    /** The name of the kernel that runs. */
    public String kernel() {
        return kernel.name();
    }

    /** Bytes of heap that a visit of so many cells needs at most, besides blocks and cells. */
    public static long visitBytes(long cells) {
        return CellTiles.bytes(cells);
    }

    /**
     * Trains both blocks in place with one thread.
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
        CellTiles tiles = tiles(rows, columns, cells, visit);
        return new GloveSlice(kernel, rule, rows.cells(), columns.cells(), tiles, 0, cells.size(), visit).call();
    }

    /**
     * As {@link #train(GloveBlock, GloveBlock, Cells, BlockVisit)}, with Hogwild threads that share the blocks (Niu et
     * al. 2011): faster, but no two runs are the same. One thread gives exactly what that method gives.
     */
    public double train(GloveBlock rows, GloveBlock columns, Cells cells, BlockVisit visit, int threads)
            throws IOException, InterruptedException {
        if (threads <= 1) {
            return train(rows, columns, cells, visit);
        }
        requireFit(rows, columns, visit);
        CellTiles tiles = tiles(rows, columns, cells, visit);
        List<GloveSlice> slices = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int from = (int) ((long) cells.size() * t / threads);
            int to = (int) ((long) cells.size() * (t + 1) / threads);
            slices.add(new GloveSlice(kernel, rule, rows.cells(), columns.cells(), tiles, from, to, visit));
        }
        new WorkerPool(slices, () -> {}, () -> {}).run();
        return slices.stream().mapToDouble(GloveSlice::loss).sum();
    }

    private CellTiles tiles(GloveBlock rows, GloveBlock columns, Cells cells, BlockVisit visit) {
        int partBits = CellTiles.partBits(rows.cells(), columns.cells(), cells);
        return new CellTiles(cells, partBits, visit.key(options.seed(), Purpose.SHUFFLE));
    }

    private void requireFit(GloveBlock rows, GloveBlock columns, BlockVisit visit) {
        boolean fit = rows.side() == GloveBlock.Side.WORD
                && columns.side() == GloveBlock.Side.CONTEXT
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
