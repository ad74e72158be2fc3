package org.wordloom.opencl;

import java.util.Arrays;
import java.util.List;

/**
 * How many launches each resident array should have seen. A buffer that Aparapi made anew has the count of the Java
 * array it was made from, that of the last read-back.
 */
final class LaunchCounters {
    private final List<float[]> arrays;
    private final int[] expected;

    LaunchCounters(List<float[]> arrays) {
        this.arrays = arrays;
        this.expected = new int[arrays.size()];
    }

    /** The array is about to be copied to the device, its count from 0. */
    void upload(int array) {
        arrays.get(array)[DeviceKernel.COUNTER] = 0;
        expected[array] = 0;
    }

    void launched() {
        Arrays.setAll(expected, i -> (expected[i] + 1) % DeviceKernel.COUNTER_MODULUS);
    }

    /** Whether the counts that the kernel saw are those that it should have seen. */
    boolean match(float[] counters) {
        for (int i = 0; i < expected.length; i++) {
            if (counters[i] != (float) expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the array that was just read back is the one that the launches changed. */
    boolean matchReadBack(int array) {
        return arrays.get(array)[DeviceKernel.COUNTER] == (float) expected[array];
    }
}
