package org.wordloom.train;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Refuses, before kernels are timed, what this JVM's heap could not hold with a device: a trial takes made-up rows, far
 * fewer than the training's, and a device that wins it must be able to train.
 */
public final class DeviceHeapCheck {
    private DeviceHeapCheck() {}

    /**
     * ENVIRONMENT error when the heap has less.
     *
     * @param bytes of the rows, of what is kept for the device, and of all else that training needs
     */
    public static void require(long bytes) {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    String.format(
                            Locale.ROOT,
                            "training on a device keeps the rows twice and batches of tiles, %,d MB in all, and the heap has"
                                    + " %,d MB",
                            bytes >> 20,
                            heap >> 20));
        }
    }
}
