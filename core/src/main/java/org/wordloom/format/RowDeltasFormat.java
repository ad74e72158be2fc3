package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.merge.RowDeltas;

/**
 * The changed rows of a replica as bytes, for their way between executors. Little-endian:
 *
 * <pre>
 *   header    magic "WLDELTAS" (8), version (4), side (4), replica (4), rows (4), columns (4), bytes of the row numbers (4),
 *             CRC-32C of these (4)
 *   content   the row numbers, each less the one before, LEB128; a float a row, how often it was updated; rows · columns
 *             floats; CRC-32C of the content (4)
 * </pre>
 */
public final class RowDeltasFormat {
    /** "WLDELTAS", its first letter in the lowest byte. */
    private static final long MAGIC = 0x5341544C_45444C57L;

    private static final int VERSION = 1;

    private RowDeltasFormat() {}

    /**
     * Writes the changes; flushes, but does not close the stream.
     *
     * @param side 0 or 1
     * @param replica number of the replica
     */
    public static void write(RowDeltas deltas, int side, int replica, OutputStream stream) throws IOException {
        FormatOutput out = new FormatOutput(stream);
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(side);
        out.writeInt(replica);
        out.writeInt(deltas.size());
        out.writeInt(deltas.columns());
        out.writeInt(numberBytes(deltas));
        out.writeInt(out.checksum());
        out.startChecksum();
        for (int k = 0; k < deltas.size(); k++) {
            out.writeNumber(gap(deltas, k));
        }
        float[] updates = new float[deltas.size()];
        for (int k = 0; k < updates.length; k++) {
            updates[k] = deltas.updates(k);
        }
        out.writeFloats(updates, 0, updates.length);
        out.writeFloats(deltas.values(), 0, deltas.values().length);
        out.writeInt(out.checksum());
        out.flush();
    }

    private static int gap(RowDeltas deltas, int k) {
        return k == 0 ? deltas.row(0) : deltas.row(k) - deltas.row(k - 1);
    }

    private static int numberBytes(RowDeltas deltas) {
        int bytes = 0;
        for (int k = 0; k < deltas.size(); k++) {
            bytes += FormatOutput.numberBytes(gap(deltas, k));
        }
        return bytes;
    }

    /**
     * Reads the changes that a replica made to a side.
     *
     * @param name what messages call the bytes
     * @param length how many bytes there are, or negative when it is not known
     * @param rows rows of the block that they belong to
     * @throws org.wordloom.base.WordloomException FORMAT when they are of another kind, side, replica or width, damaged,
     *     not of this length, or name a row that the block does not have
     */
    public static RowDeltas read(
            InputStream stream, String name, long length, int side, int replica, int rows, int columns)
            throws IOException {
        FormatInput in = new FormatInput(stream, name, length);
        in.startChecksum();
        FormatHeaders.require(
                in,
                MAGIC,
                VERSION,
                "the changes of a replica",
                "the changes of a replica, which begin with 'WLDELTAS'");
        FormatHeaders.require(in, "side", side);
        FormatHeaders.require(in, "replica", replica);
        int size = in.readInt("the number of rows");
        FormatHeaders.require(in, "width", columns);
        int numberBytes = in.readInt("the bytes of the row numbers");
        FormatHeaders.requireChecksum(in, "the header");
        if (size < 0 || size > rows || numberBytes < size || (long) size * columns > Integer.MAX_VALUE - 8) {
            throw in.damaged("up to " + rows + " rows", size + " rows with numbers of " + numberBytes + " bytes");
        }
        long content = numberBytes + (long) size * Float.BYTES * (1 + columns) + Integer.BYTES;
        in.requireRoom(content, "rows");
        in.startChecksum();
        RowDeltas deltas = readContent(in, size, rows, columns);
        FormatHeaders.requireChecksum(in, "the rows");
        in.requireEnd();
        return deltas;
    }

    private static RowDeltas readContent(FormatInput in, int size, int rows, int columns) throws IOException {
        int[] numbers = new int[size];
        long number = 0;
        for (int k = 0; k < size; k++) {
            int gap = in.readNumber("a row number");
            number += gap;
            if (number >= rows || (k > 0 && gap == 0)) {
                throw in.damaged("ascending row numbers below " + rows, Long.toString(number));
            }
            numbers[k] = (int) number;
        }
        float[] updates = new float[size];
        in.readFloats(updates, 0, size, "numbers of updates");
        float[] values = new float[size * columns];
        in.readFloats(values, 0, values.length, "changes");
        return new RowDeltas(numbers, updates, values, columns);
    }
}
