package org.wordloom.cluster.output;

import java.io.Serializable;

/**
 * A file that a run wrote for its output folder.
 *
 * @param name within the folder
 * @param path where it is until {@link OutputFolder#take} puts it there
 * @param length in bytes
 * @param crc32c CRC-32C of the whole file
 * @param seconds wall seconds that writing took
 * @param cpuNanos CPU nanoseconds of the writing thread
 */
public record WrittenFile(String name, String path, long length, int crc32c, double seconds, long cpuNanos)
        implements Serializable {}
