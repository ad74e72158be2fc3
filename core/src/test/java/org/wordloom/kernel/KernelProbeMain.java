package org.wordloom.kernel;

import org.wordloom.base.WordloomException;

/** Prints which kernel a JVM chooses by itself, and what it answers when SIMD is demanded. */
public final class KernelProbeMain {
    private KernelProbeMain() {}

    public static void main(String[] arguments) {
        System.out.println(TileKernels.fastest().name());
        try {
            System.out.println(TileKernels.simd().name());
        } catch (WordloomException e) {
            System.out.println(e.exitCode() + " " + e.getMessage());
        }
    }
}
