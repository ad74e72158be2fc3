package org.wordloom.format;

import java.io.IOException;
import org.wordloom.model.ModelRows;

/**
 * The fixed first part of a model file: what all later sizes follow from.
 *
 * @param words words, and rows of the input matrix
 * @param inputColumns values of an input vector
 * @param outputRows rows of the output matrix
 * @param outputColumns values of an output vector
 * @param fileBytes length of the whole file
 */
record WordModelHeader(int words, int inputColumns, int outputRows, int outputColumns, long fileBytes) {
    /** "WORDLOOM", its first letter in the lowest byte. */
    static final long MAGIC = 0x4D4F4F4C_44524F57L;

    static final int VERSION = 1;
    static final int BYTES = 2 * Long.BYTES + 6 * Integer.BYTES;

    /** A section's number, the length of its content, its checksum. */
    static final int SECTION_FRAME_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES;

    static WordModelHeader of(ModelRows model, long provenanceBytes, long vocabularyBytes) {
        WordModelHeader header = new WordModelHeader(
                model.vocabulary().size(),
                model.input().columns(),
                model.output().rows(),
                model.output().columns(),
                0);
        long bytes = BYTES
                + 4 * SECTION_FRAME_BYTES
                + provenanceBytes
                + vocabularyBytes
                + header.inputBytes()
                + header.outputBytes();
        return new WordModelHeader(header.words, header.inputColumns, header.outputRows, header.outputColumns, bytes);
    }

    long inputBytes() {
        return (long) words * inputColumns * Float.BYTES;
    }

    long outputBytes() {
        return (long) outputRows * outputColumns * Float.BYTES;
    }

    void write(FormatOutput out) throws IOException {
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(words);
        out.writeInt(inputColumns);
        out.writeInt(outputRows);
        out.writeInt(outputColumns);
        out.writeLong(fileBytes);
        out.writeInt(out.checksum());
    }

    static WordModelHeader read(FormatInput in) throws IOException {
        in.startChecksum();
        FormatHeaders.require(in, MAGIC, VERSION, "a Wordloom model", "a Wordloom model, which begins with 'WORDLOOM'");
        WordModelHeader header = new WordModelHeader(
                in.readInt("the number of words"),
                in.readInt("the input columns"),
                in.readInt("the output rows"),
                in.readInt("the output columns"),
                in.readLong("the length of the file"));
        FormatHeaders.requireChecksum(in, "a header");
        header.check(in);
        return header;
    }

    private void check(FormatInput in) {
        boolean possible = words >= 0
                && outputRows >= 0
                && inputColumns >= 1
                && inputColumns <= Word2VecHeader.MAX_DIMENSION
                && outputColumns >= 1
                && outputColumns <= Word2VecHeader.MAX_DIMENSION;
        if (!possible) {
            throw in.damaged("sizes of at least 0, and 1 to " + Word2VecHeader.MAX_DIMENSION + " columns", toString());
        }
        if (in.size() >= 0 && in.size() != fileBytes) {
            throw in.damaged("a file of " + fileBytes + " bytes", in.size() + " bytes: it is truncated or extended");
        }
        long contents = inputBytes() + outputBytes() + (long) words * (Long.BYTES + Integer.BYTES);
        if (fileBytes < contents + BYTES + 4 * SECTION_FRAME_BYTES) {
            throw in.damaged("sizes that fit a file of " + fileBytes + " bytes", toString());
        }
    }
}
