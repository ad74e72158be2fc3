package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;

/** Asks the incubator module about the hardware. Loaded only when the module is there. */
final class SimdProbe {
    private SimdProbe() {}

    /** Bits of the vectors that kernels compute with. */
    static int bits() {
        return SimdLanes.FLOATS.vectorBitSize();
    }

    /** Why vectors of 256 bits are not native here, or null if they are. */
    static String obstacle() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        return bits >= FloatVector.SPECIES_256.vectorBitSize()
                ? null
                : "this processor's vectors have " + bits + " bits, 256 are needed; use --kernel scalar";
    }
}
