package org.wordloom.format;

import java.io.IOException;

/** What binary files begin and end with: a magic number and a version, a checksum. */
final class FormatHeaders {
    private FormatHeaders() {}

    /** Reads a magic number and a version; fails, saying what the file should be, when either differs. */
    static void require(FormatInput in, int magic, int version, String what) throws IOException {
        int foundMagic = in.readInt(what);
        if (foundMagic != magic) {
            throw in.damaged(what, "a file that begins with " + Integer.toHexString(Integer.reverseBytes(foundMagic)));
        }
        int foundVersion = in.readInt("a version");
        if (foundVersion != version) {
            throw in.damaged("version " + version, "version " + foundVersion);
        }
    }

    /** Reads a checksum and compares it with that of the bytes since {@link FormatInput#startChecksum}. */
    static void requireChecksum(FormatInput in, String what) throws IOException {
        int expected = in.checksum();
        int found = in.readInt("the checksum of " + what);
        if (expected != found) {
            throw in.damaged(what + " of checksum " + Integer.toHexString(found), Integer.toHexString(expected));
        }
    }
}
