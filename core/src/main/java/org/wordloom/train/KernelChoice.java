package org.wordloom.train;

/** Which kernel runs. */
public enum KernelChoice {
    /** The fastest: see {@link KernelDecision}. */
    AUTO,
    SCALAR,
    SIMD,
    /** On an OpenCL device. */
    OPENCL
}
