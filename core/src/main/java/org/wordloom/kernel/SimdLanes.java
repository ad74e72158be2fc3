package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of floats that this JVM computes with: 512 bits where the processor and the JVM prefer them, else 256.
 * Sums across lanes depend on the width, so that two machines of different width train vectors that differ by rounding.
 *
 * <p>One width for all code in a JVM, except GloVe's cells, whose arithmetic is defined in eight lanes: where a JVM has
 * met a second one, Java 17 boxes vectors in code that is compiled later (docs/LOG.md: 3.5 times slower).
 */
public final class SimdLanes {
    /** The species of every vector of floats. */
    public static final VectorSpecies<Float> FLOATS =
            FloatVector.SPECIES_PREFERRED.vectorBitSize() >= FloatVector.SPECIES_512.vectorBitSize()
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_256;

    private SimdLanes() {}
}
