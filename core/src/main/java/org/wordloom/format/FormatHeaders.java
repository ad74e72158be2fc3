package org.wordloom.format;

import java.io.IOException;

/** What binary files begin and end with: a magic number and a version, a checksum. */
final class FormatHeaders {
    private FormatHeaders() {}

    /** Reads a magic number and a version; fails, saying what the file should be, when either differs. */
    static void require(FormatInput in, int magic, int version, String what) throws IOException {
        int found = in.readInt(what);
        if (found != magic) {
            throw in.damaged(what, "a file that begins with " + Integer.toHexString(Integer.reverseBytes(found)));
        }
        requireVersion(in, version);
    }

    /**
     * The same for a magic number of eight bytes.
     *
     * @param expected what the file should be, and with which letters it should begin
     */
    static void require(FormatInput in, long magic, int version, String what, String expected) throws IOException {
        long found = in.readLong(what);
        if (found != magic) {
            throw in.damaged(expected, "bytes " + Long.toHexString(Long.reverseBytes(found)));
        }
        requireVersion(in, version);
    }

    /** Reads a number; fails when it differs. */
    static void require(FormatInput in, String what, int expected) throws IOException {
        int found = in.readInt("the " + what);
        if (found != expected) {
            throw in.damaged(what + " " + expected, Integer.toString(found));
        }
    }

    /** Reads a checksum and compares it with that of the bytes since {@link FormatInput#startChecksum}. */
    static void requireChecksum(FormatInput in, String what) throws IOException {
        int computed = in.checksum();
        int stored = in.readInt("the checksum of " + what);
        if (computed != stored) {
            throw in.damaged(what + " of checksum " + Integer.toHexString(stored), Integer.toHexString(computed));
        }
    }

    private static void requireVersion(FormatInput in, int version) throws IOException {
        int found = in.readInt("a version");
        if (found != version) {
            throw in.damaged("version " + version, "version " + found);
        }
    }
}
