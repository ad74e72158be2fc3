package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.wordloom.matrix.RowMatrix;

/** Which vectors the kernels of this JVM compute with: the build runs them in the widest ones and again in 256 bits. */
class SimdLanesTest {
    private static final int MOST_BITS = Integer.getInteger("most.vector.bits", 512);

    @Test
    void asWideAsTheProcessorsUpTo512Bits() {
        assumeFalse(Kernels.processorTooNarrow(), "no vectors of 256 bits");
        int preferred = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        assertThat(SimdLanes.FLOATS.vectorBitSize())
                .isLessThanOrEqualTo(MOST_BITS)
                .isEqualTo(preferred >= 512 ? 512 : 256);
        assertThat(RowMatrix.LANES % SimdLanes.FLOATS.length()).isZero();
    }
}
