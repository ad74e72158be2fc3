package org.wordloom.opencl;

import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Upper bounds of scores: rows of length 1 lie on a device, queries come in batches, and for each query and block of
 * {@link #ROWS} rows one number returns that no score of the block is above, whatever the order in which products are
 * summed. Who has the bounds can pass over nearly all rows and still find the best without error.
 *
 * <p>With one vector a query, a score is the product with the row; with three vectors b, c and a it is
 * {@code (1 + b) (1 + c) / (2 (1 + a) + 4e-6)} of the three products, 3CosMul. Used by one thread.
 */
public final class ProductBounds implements AutoCloseable {
    /** Rows of a block, which share a bound. */
    public static final int ROWS = ProductBoundsKernel.BLOCK_ROWS;

    /** Rows of a panel. */
    public static final int PANEL = ProductBoundsKernel.PANEL;

    /** The most groups of a batch: enough to fill a GPU that has rows for few blocks. */
    private static final int MAX_GROUPS = 12;

    /** The most bounds of a batch (128 MB), unless one group has more. */
    private static final int MAX_BOUNDS = 1 << 25;

    private static final int VECTORS_OF_TRIPLE = 3;

    private final ProductBoundsKernel kernel;
    private final DeviceSession session;
    private final int maxGroups;

    /**
     * @param arenas at least one array of whole blocks in panels: float {@code (panel * columns + column) * PANEL + row};
     *     all but the last of one length. They are not to change until the session is closed
     * @param columns floats of a row
     * @throws WordloomException (ENVIRONMENT) where the rows are too many, or the device cannot be used
     */
    public ProductBounds(OpenClDevice device, LaunchForm form, List<float[]> arenas, int columns) {
        requireFit(device, arenas);
        long blocks = arenas.stream()
                .mapToLong(rows -> ProductBoundsKernel.blocks(rows, columns))
                .sum();
        long groupBounds = ProductBoundsKernel.SLOTS * blocks;
        this.maxGroups = (int) Math.max(1, Math.min(MAX_GROUPS, MAX_BOUNDS / groupBounds));
        float[] queries = new float[maxGroups * ProductBoundsKernel.SLOTS * columns];
        float[] bounds = new float
                [Math.max(
                        DeviceRequirements.minArrayFloats(),
                        Math.toIntExact(ProductBoundsKernel.HEADER + maxGroups * groupBounds))];
        this.kernel = form == LaunchForm.WORK_GROUP
                ? new TiledBoundsKernel(arenas, queries, bounds, columns)
                : new PlainBoundsKernel(arenas, queries, bounds, columns);
        kernel.slack = slack(columns);
        this.session = DeviceSession.open(kernel, device, form);
        List.of(kernel.rows0, kernel.rows1, kernel.rows2, kernel.rows3).forEach(session::put);
    }

    private static void requireFit(OpenClDevice device, List<float[]> arenas) {
        if (arenas.isEmpty() || arenas.size() > ProductBoundsKernel.MAX_ARENAS) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "the rows take " + arenas.size() + " GB on an OpenCL device, and 1 to "
                            + ProductBoundsKernel.MAX_ARENAS + " can be used; search fewer rows, or without --kernel");
        }
        long arenaBytes = (long) Float.BYTES * arenas.get(0).length;
        if (arenaBytes > device.maxAllocation()) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "the rows take a buffer of " + arenaBytes + " bytes, and " + device.name() + " allows "
                            + device.maxAllocation() + "; search fewer rows, or without --kernel");
        }
    }

    /**
     * Twice what a sum of products of unit vectors can be off by: each of {@code columns} roundings is at most 2⁻²⁴ of
     * the sum of the absolute products, which is at most 1 (Higham, "Accuracy and stability of numerical algorithms",
     * section 3.1). Once for the device, once for who computes the score again.
     */
    private static float slack(int columns) {
        return (float) (1.01 * 2 * (columns + 4) * 0x1p-24);
    }

    /** Blocks of all arenas. */
    public int blocks() {
        return kernel.blocks;
    }

    /** The most queries of a batch. */
    public int batch(int vectorsPerQuery) {
        return maxGroups * queriesPerGroup(vectorsPerQuery);
    }

    /**
     * Bounds of a batch of queries; valid until the next call.
     *
     * @param queries vectors of length 1 or less, {@code vectorsPerQuery} in succession a query
     * @param vectorsPerQuery 1 or 3
     * @return the bound of query q and block b at {@link #index}
     */
    public float[] bounds(float[][] queries, int vectorsPerQuery) {
        int count = queries.length / vectorsPerQuery;
        if (count > batch(vectorsPerQuery)) {
            throw new IllegalArgumentException(count + " queries, and a batch has " + batch(vectorsPerQuery));
        }
        kernel.groups = 1 + (count - 1) / queriesPerGroup(vectorsPerQuery);
        kernel.triples = vectorsPerQuery == VECTORS_OF_TRIPLE ? 1 : 0;
        for (int i = 0; i < queries.length; i++) {
            pack(queries[i], slot(i / vectorsPerQuery, i % vectorsPerQuery, vectorsPerQuery));
        }
        session.visit(() -> {
            session.put(kernel.queries);
            session.launch(ProductBoundsKernel.BOUND, kernel.items());
        });
        return kernel.bounds;
    }

    /** Where the bounds of a query begin: that of block 0, the others after it. */
    public int index(int query, int vectorsPerQuery) {
        return ProductBoundsKernel.HEADER + slot(query, 0, vectorsPerQuery) * kernel.blocks;
    }

    private static int queriesPerGroup(int vectorsPerQuery) {
        return vectorsPerQuery == 1 ? ProductBoundsKernel.SLOTS : ProductBoundsKernel.LANES;
    }

    private static int slot(int query, int vector, int vectorsPerQuery) {
        int perGroup = queriesPerGroup(vectorsPerQuery);
        return query / perGroup * ProductBoundsKernel.SLOTS + vector * ProductBoundsKernel.LANES + query % perGroup;
    }

    private void pack(float[] query, int slot) {
        int to = slot / ProductBoundsKernel.SLOTS * kernel.columns * ProductBoundsKernel.SLOTS
                + slot % ProductBoundsKernel.SLOTS;
        for (int column = 0; column < kernel.columns; column++) {
            kernel.queries[to + column * ProductBoundsKernel.SLOTS] = query[column];
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
