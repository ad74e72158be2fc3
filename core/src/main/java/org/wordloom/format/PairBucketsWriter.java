package org.wordloom.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a file of {@link PairBucketsFormat}: the pairs of one column block after the other, then the index. */
public final class PairBucketsWriter implements Closeable {
    private final OutputStream stream;
    private final FormatOutput out;
    private final int cycle;
    private final int rowBlock;
    private final int[] lengths;
    private final int[] checksums;
    private int next;

    /** @param stream is closed with the writer */
    public PairBucketsWriter(OutputStream stream, int cycle, int rowBlock, int blocks) {
        this.stream = stream;
        this.out = new FormatOutput(stream);
        this.cycle = cycle;
        this.rowBlock = rowBlock;
        this.lengths = new int[blocks];
        this.checksums = new int[blocks];
    }

    /** Writes the packed pairs of a column block; column blocks come in ascending order, those without pairs need not. */
    public void add(int columnBlock, byte[] packed) throws IOException {
        if (columnBlock < next) {
            throw new IllegalArgumentException("column block " + columnBlock + " after " + (next - 1));
        }
        next = columnBlock + 1;
        lengths[columnBlock] = packed.length;
        checksums[columnBlock] = PairBucketsFormat.checksum(packed);
        out.writeBytes(packed, 0, packed.length);
    }

    /** Writes the index; the file is complete then. */
    public void finish() throws IOException {
        out.startChecksum();
        out.writeLong(PairBucketsFormat.MAGIC);
        out.writeInt(PairBucketsFormat.VERSION);
        out.writeInt(cycle);
        out.writeInt(rowBlock);
        out.writeInt(lengths.length);
        for (int block = 0; block < lengths.length; block++) {
            out.writeInt(lengths[block]);
            out.writeInt(checksums[block]);
        }
        out.writeInt(out.checksum());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
