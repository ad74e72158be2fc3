package org.wordloom.opencl;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** A small, young array: every young collection copies it to another place. */
final class MovableArray {
    private static final int PIECE_BYTES = 50_000;

    private final float[] array;
    /** Where garbage is seen by the compiler, which would else leave it out. */
    private final byte[][] seen = new byte[1][];

    MovableArray(int floats) {
        array = new float[floats];
    }

    float[] array() {
        return array;
    }

    /** Makes garbage until the collector has run. */
    void move() {
        long before = collections();
        while (collections() == before) {
            for (int i = 0; i < 100; i++) {
                seen[0] = new byte[PIECE_BYTES];
            }
        }
        seen[0] = null;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
