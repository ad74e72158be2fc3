package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.blocks.Side;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.train.glove.GloveBlock;

/**
 * A {@link GloveBlock} as bytes, for checkpoints and for its way between executors. Little-endian:
 *
 * <pre>
 *   header    magic "WLGLVBLK" (8), version (4), side (4), block (4), rows (4), dim (4), CRC-32C of these (4)
 *   content   weights and AdaGrad sums, eight and eight in turn, padded rows (rows · ⌈dim/8⌉ · 16 floats);
 *             bias and sum of each row (rows · 2 floats); CRC-32C of the content (4)
 * </pre>
 *
 * <p>All state of training is in it: what is read back trains on to the same bits.
 */
public final class GloveBlockFormat {
    /** "WLGLVBLK", its first letter in the lowest byte. */
    private static final long MAGIC = 0x4B4C4256_4C474C57L;

    private static final int VERSION = 1;
    private static final int HEADER_BYTES = Long.BYTES + 6 * Integer.BYTES;

    private GloveBlockFormat() {}

    /** Bytes of the file of a block of this shape. */
    public static long fileBytes(long rows, int dim) {
        return HEADER_BYTES + AdaGradRows.bytes(rows, dim) + Integer.BYTES;
    }

    /** Writes the block; flushes, but does not close the stream. */
    public static void write(GloveBlock block, OutputStream stream) throws IOException {
        FormatOutput out = new FormatOutput(stream);
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(block.side().code());
        out.writeInt(block.block());
        out.writeInt(block.size());
        out.writeInt(block.dim());
        out.writeInt(out.checksum());
        out.startChecksum();
        AdaGradRows parameters = block.parameters();
        out.writeFloats(parameters.lines(), 0, parameters.lines().length);
        out.writeFloats(parameters.biases(), 0, parameters.biases().length);
        out.writeInt(out.checksum());
        out.flush();
    }

    /**
     * Reads a block.
     *
     * @param name what messages call the file
     * @param length bytes of the file, or negative when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT when the file is no block, damaged, or not of this length
     */
    public static GloveBlock read(InputStream stream, String name, long length) throws IOException {
        FormatInput in = new FormatInput(stream, name, length);
        in.startChecksum();
        FormatHeaders.require(
                in, MAGIC, VERSION, "a block of GloVe rows", "a block of GloVe rows, which begins with 'WLGLVBLK'");
        int side = in.readInt("the side");
        int block = in.readInt("the block number");
        int rows = in.readInt("the number of rows");
        int dim = in.readInt("the width");
        FormatHeaders.requireChecksum(in, "a header");
        requirePossible(in, side, block, rows, dim);
        in.requireRoom(fileBytes(rows, dim) - HEADER_BYTES, "rows");
        AdaGradRows parameters = new AdaGradRows(rows, dim);
        in.startChecksum();
        in.readFloats(parameters.lines(), 0, parameters.lines().length, "rows");
        in.readFloats(parameters.biases(), 0, parameters.biases().length, "biases");
        FormatHeaders.requireChecksum(in, "content");
        in.requireEnd();
        return new GloveBlock(Side.ofCode(side), block, parameters);
    }

    private static void requirePossible(FormatInput in, int side, int block, int rows, int dim) {
        boolean possible = side >= 0
                && side < Side.values().length
                && block >= 0
                && rows >= 0
                && dim >= 1
                && dim <= Word2VecHeader.MAX_DIMENSION
                && rows <= AdaGradRows.maxRows(dim);
        if (!possible) {
            throw in.damaged(
                    "a side of 0 or 1, and a block, rows and a width that are possible",
                    "side " + side + ", block " + block + ", " + rows + " rows of width " + dim);
        }
    }
}
