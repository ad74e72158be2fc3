package org.wordloom.format;

import java.util.zip.CRC32C;

/**
 * The checksum that a format stores: a CRC-32C, masked. Of bytes that end with their own plain CRC, the CRC is the same
 * whatever the bytes: a manifest's checksum of a file that ends so would tell nothing. Rotating and adding, as LevelDB
 * does for the same reason, breaks that.
 */
final class FormatChecksum {
    private static final int ROTATION = 15;
    private static final int MASK = 0xA282EAD8;

    private FormatChecksum() {}

    static int of(CRC32C sum) {
        return Integer.rotateRight((int) sum.getValue(), ROTATION) + MASK;
    }
}
