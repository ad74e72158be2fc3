package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The products L = H·Oᵀ of a tile, in blocks of four hidden vectors by two outputs. */
final class SimdProducts {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private static final VectorMask<Float> ODD_LANES = VectorMask.fromLong(FLOATS, 0xAAAA_AAAA_AAAA_AAAAL);
    private static final VectorMask<Float> ODD_PAIRS = VectorMask.fromLong(FLOATS, 0xCCCC_CCCC_CCCC_CCCCL);
    private static final VectorMask<Float> ODD_FOURS = VectorMask.fromLong(FLOATS, 0xF0F0_F0F0_F0F0_F0F0L);
    private static final VectorShuffle<Float> SWAP_LANES = VectorShuffle.fromOp(FLOATS, i -> i ^ 1);
    private static final VectorShuffle<Float> SWAP_PAIRS = VectorShuffle.fromOp(FLOATS, i -> i ^ 2);
    private static final VectorShuffle<Float> SWAP_FOURS = VectorShuffle.fromOp(FLOATS, i -> i ^ 4);
    private static final VectorShuffle<Float> SWAP_EIGHTS = VectorShuffle.fromOp(FLOATS, i -> (i + 8) % LANES);

    private SimdProducts() {}

    static void compute(Tile tile) {
        int stride = tile.stride;
        float[] products = tile.products;
        float[] unread = tile.unread;
        for (int j = 0; j < tile.paddedOutputs(); j += Tile.BLOCK_OUTPUTS) {
            int block = tile.entry(0, j);
            for (int i = 0; i < tile.paddedHidden(); i += Tile.BLOCK_HIDDEN) {
                int at = block + i * Tile.BLOCK_OUTPUTS;
                multiplyBlock(
                        tile.hiddenVectors,
                        tile.hiddenOffset(i),
                        tile.outputVectors,
                        tile.outputOffset(j),
                        stride,
                        products,
                        at,
                        unread);
            }
        }
    }

    /**
     * Four rows of h by two rows of o. The eight sums are stored as one vector; where that is longer, what follows the
     * block is overwritten, by values that the next block replaces.
     *
     * <p>Lanes are added up in a fixed order, since {@code reduceLanes} promises none (Java 25 compiles another one than it
     * interprets): two vectors of sums become one, of whose lanes every other belongs to the second, and so on, until each
     * lane is an entry's. Adding them one by one in plain code took half of this method's time at 100 columns. It is
     * written out here because HotSpot inlined a method for two vectors in most runs only, and boxed them in the others.
     */
    private static void multiplyBlock(
            float[] h, int atH, float[] o, int atO, int stride, float[] products, int at, float[] unread) {
        int h1 = atH + stride;
        int h2 = h1 + stride;
        int h3 = h2 + stride;
        int o1 = atO + stride;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int c = 0; c < stride; c += LANES) {
            FloatVector x0 = FloatVector.fromArray(FLOATS, o, atO + c);
            FloatVector x1 = FloatVector.fromArray(FLOATS, o, o1 + c);
            FloatVector y = FloatVector.fromArray(FLOATS, h, atH + c);
            s00 = y.fma(x0, s00);
            s01 = y.fma(x1, s01);
            y = FloatVector.fromArray(FLOATS, h, h1 + c);
            s10 = y.fma(x0, s10);
            s11 = y.fma(x1, s11);
            y = FloatVector.fromArray(FLOATS, h, h2 + c);
            s20 = y.fma(x0, s20);
            s21 = y.fma(x1, s21);
            y = FloatVector.fromArray(FLOATS, h, h3 + c);
            s30 = y.fma(x0, s30);
            s31 = y.fma(x1, s31);
            // Nobody reads it. HotSpot moves no read of a float[] over a write to one, so this keeps the unrolled
            // iterations apart; without it all their reads come first and push the sums out of the registers. It is no
            // vector, which in one run of thirty lay across two pages and tripled the time.
            unread[0] = c;
        }
        FloatVector row0 =
                s00.blend(s01, ODD_LANES).add(s01.blend(s00, ODD_LANES).rearrange(SWAP_LANES));
        FloatVector row1 =
                s10.blend(s11, ODD_LANES).add(s11.blend(s10, ODD_LANES).rearrange(SWAP_LANES));
        FloatVector row2 =
                s20.blend(s21, ODD_LANES).add(s21.blend(s20, ODD_LANES).rearrange(SWAP_LANES));
        FloatVector row3 =
                s30.blend(s31, ODD_LANES).add(s31.blend(s30, ODD_LANES).rearrange(SWAP_LANES));
        FloatVector rows01 =
                row0.blend(row1, ODD_PAIRS).add(row1.blend(row0, ODD_PAIRS).rearrange(SWAP_PAIRS));
        FloatVector rows23 =
                row2.blend(row3, ODD_PAIRS).add(row3.blend(row2, ODD_PAIRS).rearrange(SWAP_PAIRS));
        FloatVector sum = rows01.blend(rows23, ODD_FOURS)
                .add(rows23.blend(rows01, ODD_FOURS).rearrange(SWAP_FOURS));
        if (LANES > Tile.BLOCK_ENTRIES) {
            sum = sum.add(sum.rearrange(SWAP_EIGHTS));
        }
        sum.intoArray(products, at);
    }
}
